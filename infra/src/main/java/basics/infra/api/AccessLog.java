package basics.infra.api;

import basics.infra.settings.Environment;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** One line of JSON for each request. */
final class AccessLog extends Construct {

    /**
     * No personal data: no address, no caller, and the route instead of the path, which holds an email. The
     * authorizer's log says who called, under its own request id.
     */
    private static final String FORMAT = """
        {"requestId":"$context.requestId","time":"$context.requestTime","method":"$context.httpMethod",\
        "resource":"$context.resourcePath","status":"$context.status","latency":"$context.responseLatency",\
        "functionLatency":"$context.integrationLatency","length":"$context.responseLength",\
        "tls":"$context.tlsVersion","authorizerRequestId":"$context.authorizer.requestId",\
        "error":"$context.error.responseType"}""";

    private final LogGroup logs;

    AccessLog(Construct scope, Environment environment) {
        super(scope, "AccessLog");
        logs = LogGroup.Builder.create(this, "Logs")
                .retention(environment.logRetention())
                .removalPolicy(environment.removalPolicy())
                .build();
    }

    void addTo(StageOptions.Builder stage) {
        stage.accessLogDestination(new LogGroupLogDestination(logs)).accessLogFormat(AccessLogFormat.custom(FORMAT));
    }
}
