package basics.embedded.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;

class ThrottlingTest {
    private static final String OF_ALL = """
        {"HttpMethod": "*", "ResourcePath": "/*", "ThrottlingRateLimit": 0.001, "ThrottlingBurstLimit": 3}""";
    private static final Route LIST = route("GET", "/things");
    private static final Route READ = route("GET", "/things/{id}");
    private static final Route WRITE = route("POST", "/things/{id}");

    @Test
    void shouldCountEachMethodForItself() throws JsonProcessingException {
        var throttling = throttling("[" + OF_ALL + "]");

        assertThat(letIn(throttling, LIST)).isEqualTo(3);
        assertThat(letIn(throttling, READ)).isEqualTo(3);
    }

    @Test
    void shouldPreferTheSettingOfAMethodWhereverItStands() throws JsonProcessingException {
        var throttling = throttling("""
            [{"HttpMethod": "GET", "ResourcePath": "/~1things~1{id}", "ThrottlingRateLimit": 0.001,
              "ThrottlingBurstLimit": 1}, %s]""".formatted(OF_ALL));

        assertThat(letIn(throttling, READ)).isEqualTo(1);
        assertThat(letIn(throttling, WRITE)).isEqualTo(3);
        assertThat(letIn(throttling, LIST)).isEqualTo(3);
    }

    @Test
    void shouldLetInAllWithoutALimit() throws JsonProcessingException {
        var throttling = throttling("[{\"HttpMethod\": \"*\", \"ResourcePath\": \"/*\", \"LoggingLevel\": \"INFO\"}]");

        assertThat(letIn(throttling, LIST)).isEqualTo(10);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', textBlock = """
        "HttpMethod": "PUT", "ResourcePath": "/*"                                      ~ There is no method for the stage's setting for PUT /*
        "HttpMethod": "*", "ResourcePath": "/*", "CachingEnabled": true                ~ can't honour the property CachingEnabled
        "HttpMethod": "*", "ResourcePath": "/*", "ThrottlingRateLimit": 5              ~ gives one of rate and burst
        """)
    void shouldRefuseWhatItCantHonour(String setting, String reason) {
        assertThatThrownBy(() -> throttling("[{" + setting + "}]")).isInstanceOf(StartException.class)
                .hasMessageContaining(reason);
    }

    private static Throttling throttling(String settings) throws JsonProcessingException {
        return new Throttling(Json.MAPPER.readTree(settings), List.of(LIST, READ, WRITE));
    }

    private static Route route(String method, String path) {
        return new Route(method, path, path, "", Optional.empty(), new Mock(Map.of(), false, false, List.of()));
    }

    private static long letIn(Throttling throttling, Route route) {
        var count = 0;
        for (var request = 0; request < 10; request++) {
            if (throttling.admits(route)) {
                count++;
            }
        }
        return count;
    }
}
