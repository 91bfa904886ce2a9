package basics.authorization;

import java.net.URL;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * The issuer's keys, cached for {@link #LIFE}. A token with an unknown key makes the cache fetch them again, since the
 * issuer may have a new key. It does so twice in {@link #PAUSE} at most, so that tokens with invented keys don't flood
 * the issuer. It uses no background thread, because Lambda stops threads between invocations.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    /** The longest time for which a withdrawn key is still accepted. */
    static final Duration LIFE = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofSeconds(4);

    private final JWKSetSource<SecurityContext> source;
    private final InstantSource clock;

    IssuerKeys(URL url, InstantSource clock) {
        var remote = new URLBasedJWKSetSource<SecurityContext>(url, new JwksDownload(WAIT, MOST));
        var limited = new RateLimitedJWKSetSource<>(remote, PAUSE.toMillis(), null);
        this.source = new CachingJWKSetSource<>(limited, LIFE.toMillis(), WAIT.plus(MOST).toMillis(), null);
        this.clock = clock;
    }

    /** All keys of the issuer. */
    JWKSet all() throws KeySourceException {
        return source.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), null);
    }

    /**
     * The matching keys. Empty when the issuer has none, or when it is too soon to ask again.
     *
     * @throws KeySourceException when the issuer's keys can't be read
     */
    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext context) throws KeySourceException {
        var now = clock.millis();
        var known = source.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, context);
        var keys = wanted.select(known);
        if (!keys.isEmpty()) {
            return keys;
        }
        try {
            return wanted
                    .select(source.getJWKSet(JWKSetCacheRefreshEvaluator.referenceComparison(known), now, context));
        } catch (RateLimitReachedException e) {
            return List.of();
        }
    }
}
