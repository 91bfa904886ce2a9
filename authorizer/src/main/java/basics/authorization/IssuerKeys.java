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
 * The issuer's keys, kept for {@link #LIFE}. A key that is not among them has them fetched again, as it may be a new
 * one, but twice in {@link #PAUSE} at most: tokens with invented keys must not become a flood of requests. Nothing runs
 * in the background, as Lambda stops a function's threads between its invocations.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    /** How long a key that the issuer has withdrawn is still taken, at most. */
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

    /** All keys. */
    JWKSet all() throws KeySourceException {
        return source.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), null);
    }

    /**
     * The keys that fit; none when the issuer has none such, or can't be asked again so soon.
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
