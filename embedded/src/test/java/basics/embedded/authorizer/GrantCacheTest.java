package basics.embedded.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import basics.embedded.iam.Policy;

class GrantCacheTest {
    private static final Grant GRANT = new Grant(new Policy(List.of()), Map.of("principalId", "somebody"));

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final GrantCache cache = new GrantCache(() -> now, 2);

    @Test
    void shouldKeepAGrantForItsTimeToLive() {
        var authorizer = authorizer("one", 60);
        cache.put(authorizer, "token", GRANT);

        now = now.plusSeconds(59);
        assertThat(cache.get(authorizer, "token")).contains(GRANT);
        now = now.plusSeconds(1);
        assertThat(cache.get(authorizer, "token")).isEmpty();
    }

    @Test
    void shouldSeparateAuthorizersAndTokens() {
        cache.put(authorizer("one", 60), "token", GRANT);

        assertThat(cache.get(authorizer("two", 60), "token")).isEmpty();
        assertThat(cache.get(authorizer("one", 60), "tokem")).isEmpty();
    }

    @Test
    void shouldKeepNothingWithoutATimeToLive() {
        cache.put(authorizer("one", 0), "token", GRANT);

        assertThat(cache.get(authorizer("one", 0), "token")).isEmpty();
    }

    @Test
    void shouldEvictTheLeastRecentlyUsedGrant() {
        var authorizer = authorizer("one", 60);
        cache.put(authorizer, "a", GRANT);
        cache.put(authorizer, "b", GRANT);
        assertThat(cache.get(authorizer, "a")).isPresent();

        cache.put(authorizer, "c", GRANT);

        assertThat(cache.get(authorizer, "a")).isPresent();
        assertThat(cache.get(authorizer, "b")).isEmpty();
        assertThat(cache.get(authorizer, "c")).isPresent();
    }

    private static Authorizer authorizer(String name, int seconds) {
        return new Authorizer(name, "Authorization", "arn", Duration.ofSeconds(seconds), Pattern.compile(".*"));
    }
}
