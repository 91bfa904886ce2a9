package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.nimbusds.jose.util.JSONObjectUtils;

/** The token authorizer. It requires a valid token, and allows only the routes of the token's scopes. */
public final class Authorize implements RequestStreamHandler {
    private final TokenVerifier tokens;
    private final Policies policies;

    public Authorize() {
        this(Settings.of(System.getenv()), InstantSource.system());
        tokens.prime();
        // A SnapStart snapshot includes the fetched keys. After a restore, the clock shows whether they are too old.
        if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            TlsSessions.forget();
        }
    }

    Authorize(Settings settings, InstantSource clock) {
        tokens = new TokenVerifier(settings, clock);
        policies = new Policies(settings.routes());
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var log = new Log(context.getLogger(), System.nanoTime());
        var request = AuthorizerRequest.read(input);
        try {
            var policy = policies.of(tokens.verify(request.authorization()), request.methodArn());
            output.write(JSONObjectUtils.toJSONString(policy.json()).getBytes(UTF_8));
            log.write(policy.identity().logged(), policy.allows() ? "allowed" : "denied",
                    policy.allows() ? "scope" : "no_scope", LogLevel.INFO);
        } catch (Unauthorized e) {
            log.write("-", "unauthorized", e.reason().word(), LogLevel.INFO);
            throw e;
        } catch (AuthorizerUnavailable e) {
            log.write("-", "unavailable", "jwks failure=" + e.failure(), LogLevel.ERROR);
            throw e;
        } catch (RuntimeException e) {
            // A fault of this service, which a token may have triggered. Only the log distinguishes it from a refusal.
            log.write("-", "unauthorized", Reason.ERROR.word() + " failure=" + e.getClass().getName(), LogLevel.ERROR);
            throw new Unauthorized(Reason.ERROR);
        }
    }

    /** Writes one line for each decision, without any text that a client could choose freely. */
    private record Log(LambdaLogger logger, long start) {
        void write(String subject, String status, String reason, LogLevel level) {
            logger.log("operation=Authorize subject=" + subject + " status=" + status + " reason=" + reason
                    + " duration_ms=" + (System.nanoTime() - start) / 1_000_000, level);
        }
    }
}
