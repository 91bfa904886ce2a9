package basics.authorization;

import java.text.ParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;

/** Takes a signed token out of an {@code Authorization} header; what only looks like one ends here, before any key. */
final class BearerToken {
    /** In characters. API Gateway takes some 10 KB of headers in all. */
    private static final int LONGEST = 8192;
    /**
     * One blank or more after the scheme (RFC 6750, 2.1), then strictly base64url without padding (RFC 7515, 2): the library
     * would skip whatever else is in between.
     */
    private static final Pattern SIGNED = Pattern
            .compile("(?i:bearer) ++([A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++)");

    private BearerToken() {}

    static SignedJWT parse(@Nullable String authorization) {
        if (authorization == null || authorization.isEmpty()) {
            throw new Unauthorized(Reason.MISSING);
        }
        if (authorization.length() > LONGEST) {
            throw new Unauthorized(Reason.TOO_LONG);
        }
        var parts = SIGNED.matcher(authorization);
        if (!parts.matches()) {
            throw new Unauthorized(Reason.MALFORMED);
        }
        var token = signed(parts.group(1));
        // No extension is known here, so none may be critical; and a signature may be written in one way only.
        if (token.getHeader().getCriticalParams() != null || !token.getHeader().isBase64URLEncodePayload()
                || !isCanonical(token.getSignature())) {
            throw new Unauthorized(Reason.MALFORMED);
        }
        return token;
    }

    private static SignedJWT signed(String compact) {
        try {
            return SignedJWT.parse(compact);
        } catch (ParseException | RuntimeException e) {
            // Also what the library trips over: it was made to.
            throw new Unauthorized(Reason.MALFORMED);
        }
    }

    private static boolean isCanonical(Base64URL encoded) {
        return Base64URL.encode(encoded.decode()).equals(encoded);
    }
}
