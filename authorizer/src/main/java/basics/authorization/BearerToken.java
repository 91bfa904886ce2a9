package basics.authorization;

import java.text.ParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;

/**
 * Reads a signed token from an {@code Authorization} header. Malformed tokens are refused here, before any key is read.
 */
final class BearerToken {
    /** In characters. API Gateway accepts some 10 KB of headers in all. */
    private static final int LONGEST = 8192;
    /**
     * One or more blanks after the scheme (RFC 6750, 2.1), then strict base64url without padding (RFC 7515, 2). The
     * library would skip any other characters.
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
        // This service knows no extensions, so none may be critical. A signature has only one valid encoding.
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
            // This includes errors inside the library, which such a token provokes on purpose.
            throw new Unauthorized(Reason.MALFORMED);
        }
    }

    private static boolean isCanonical(Base64URL encoded) {
        return Base64URL.encode(encoded.decode()).equals(encoded);
    }
}
