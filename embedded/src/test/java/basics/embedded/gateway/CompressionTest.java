package basics.embedded.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of the header are those of the API Gateway Developer Guide, "Supported content codings". */
class CompressionTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        gzip                             | gzip
        GZIP                             | gzip
        deflate                          | deflate
        deflate,gzip                     | deflate
        deflate;q=0.5,gzip;q=1.0         | gzip
        gzip;q=1.0,identity;q=0.5,*;q=0  | gzip
        gzip, deflate, br                | gzip
        """)
    void shouldTakeTheCodingThatTheClientLikesBest(String accepted, String coding) {
        assertThat(Compression.coding(List.of(accepted))).contains(coding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''
        *
        identity
        br, gzip
        gzip;q=0.5, br;q=0.8
        gzip;q=0
        identity;q=1.0,gzip;q=0.5
        """)
    void shouldLeaveTheBodyAsItIsForAnythingElse(String accepted) {
        assertThat(Compression.coding(List.of(accepted))).isEmpty();
    }

    @Test
    void shouldLeaveTheBodyAsItIsForAClientThatNamesNone() {
        assertThat(Compression.coding(List.of())).isEmpty();
    }
}
