package basics.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final RateLimit rateLimit = new RateLimit(Duration.ofMillis(1));

    @Test
    void shouldAskAgainWhileThereAreTooManyRequests() {
        var answers = answers(List.of(429, 429, 201, 200));

        assertThat(rateLimit.heeded(answers::remove).status()).isEqualTo(201);
        assertThat(answers).hasSize(1);
    }

    @Test
    void shouldTakeAnyOtherAnswerAsItIs() {
        var answers = answers(List.of(503, 200));

        assertThat(rateLimit.heeded(answers::remove).status()).isEqualTo(503);
    }

    @Test
    void shouldTellAfterTwentyTriesThatThereAreTooManyRequests() {
        var answers = answers(Collections.nCopies(21, 429));

        assertThat(rateLimit.heeded(answers::remove).status()).isEqualTo(429);
        assertThat(answers).hasSize(1);
    }

    private static Queue<Response> answers(List<Integer> statuses) {
        var none = HttpHeaders.of(Map.of(), (name, value) -> true);
        return new ArrayDeque<>(statuses.stream().map(status -> new Response(status, none, new byte[0])).toList());
    }
}
