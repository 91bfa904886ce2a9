package basics.embedded.authorizer;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A Lambda authorizer of the TOKEN type.
 *
 * @param name
 *            of its security scheme
 * @param header
 *            that carries the token
 * @param ttl
 *            for which its policies are cached; zero for not at all
 * @param validation
 *            which a token must match as a whole before the function is asked
 */
public record Authorizer(String name, String header, String functionArn, Duration ttl, Pattern validation) {

    /** Its id in ARNs: API Gateway makes one up, here it comes from the name. */
    public String id() {
        return Integer.toString(name.hashCode() & Integer.MAX_VALUE, 36);
    }

    boolean accepts(String token) {
        return !token.isEmpty() && validation.matcher(token).matches();
    }
}
