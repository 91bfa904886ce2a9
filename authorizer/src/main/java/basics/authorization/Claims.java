package basics.authorization;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.ExpiredJWTException;

/** Checks the claims of a token whose signature is valid. */
final class Claims {
    private static final int SKEW_SECONDS = 30;
    /**
     * "It MUST NOT exceed 255 ASCII characters in length" (OpenID Connect Core 1.0, 2). Control characters are
     * excluded, since they would break a log line.
     */
    private static final Pattern SUBJECT = Pattern.compile("[ -~]{1,255}");

    private record Check(Reason reason, DefaultJWTClaimsVerifier<SecurityContext> verifier) {}

    private final List<Check> checks;

    Claims(Settings settings, InstantSource clock) {
        var issuer = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
        checks = List.of(
                new Check(Reason.NOT_YET_VALID, verifier(null, null, clock)),
                new Check(Reason.ISSUER, verifier(null, issuer, clock)),
                new Check(Reason.AUDIENCE, verifier(settings.audience(), null, clock)));
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> verifier(@Nullable String audience,
            @Nullable JWTClaimsSet exact, InstantSource clock) {
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(audience, exact, null) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }

    /** @throws Unauthorized for the first claim that is wrong */
    void check(JWTClaimsSet claims) {
        // The library accepts an exp of null as present.
        if (claims.getExpirationTime() == null) {
            throw new Unauthorized(Reason.NO_EXPIRY);
        }
        for (var check : checks) {
            try {
                check.verifier.verify(claims, null);
            } catch (ExpiredJWTException e) {
                throw new Unauthorized(Reason.EXPIRED);
            } catch (BadJWTException e) {
                throw new Unauthorized(check.reason);
            }
        }
        var use = claims.getClaim("token_use");
        if (use != null && !use.equals("access")) {
            // An ID token of Amazon Cognito tells a client who signed in. It must not open an API.
            throw new Unauthorized(Reason.TOKEN_USE);
        }
        if (claims.getSubject() == null || !SUBJECT.matcher(claims.getSubject()).matches()) {
            throw new Unauthorized(Reason.SUBJECT);
        }
    }
}
