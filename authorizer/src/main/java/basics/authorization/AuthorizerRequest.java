package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * The request of API Gateway to a token authorizer ("Input to an API Gateway Lambda authorizer", Amazon API Gateway
 * Developer Guide).
 *
 * @param authorization the header's value, or null if absent
 */
record AuthorizerRequest(@Nullable String authorization, String methodArn) {

    /** @throws IOException when the event is not such a request */
    static AuthorizerRequest read(InputStream input) throws IOException {
        try {
            var event = JSONObjectUtils.parse(new String(input.readAllBytes(), UTF_8));
            var method = JSONObjectUtils.getString(event, "methodArn");
            if (method == null) {
                throw new IOException("The event has no methodArn.");
            }
            return new AuthorizerRequest(JSONObjectUtils.getString(event, "authorizationToken"), method);
        } catch (ParseException e) {
            throw new IOException("The event is not that of a token authorizer.", e);
        }
    }
}
