package basics.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import basics.http.Handler;
import basics.http.Request;
import basics.http.Response;
import basics.http.Variables;

/** {@code GET /health}: shows that the function runs. It doesn't call DynamoDB, so that a probe costs no capacity. */
public final class CheckHealth extends Handler {

    public CheckHealth() {
        this(Variables.ofProcess());
    }

    CheckHealth(Variables variables) {
        super(variables);
    }

    @Override
    protected Response answer(Request request) {
        return Response.json(200, "{\"status\":\"ok\"}".getBytes(UTF_8));
    }
}
