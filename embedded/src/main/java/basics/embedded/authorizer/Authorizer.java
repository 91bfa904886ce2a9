package basics.embedded.authorizer;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A Lambda authorizer of the TOKEN type.
 *
 * @param name
 *            the name of its security scheme
 * @param header
 *            the header with the token
 * @param ttl
 *            how long its policies are cached; zero means never
 * @param validation
 *            the pattern that the whole token must match before the function is called
 */
public record Authorizer(String name, String header, String functionArn, Duration ttl, Pattern validation) {

    /** Its id in ARNs. API Gateway generates one; here it is derived from the name. */
    public String id() {
        return Integer.toString(name.hashCode() & Integer.MAX_VALUE, 36);
    }

    boolean accepts(String token) {
        return !token.isEmpty() && validation.matcher(token).matches();
    }
}
