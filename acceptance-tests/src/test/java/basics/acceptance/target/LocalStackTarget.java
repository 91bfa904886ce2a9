package basics.acceptance.target;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import basics.acceptance.target.stack.ApiUrls;
import basics.acceptance.target.stack.Deployment;
import basics.acceptance.tokens.Tokens;

/** The synthesised template in LocalStack, deployed for this run through the CloudFormation API. */
record LocalStackTarget(LocalStack engine, Deployment deployment, URI apiUrl) implements Target {

    private static final Path ASSEMBLY = Path.of("..", "infra", "target", "cdk.out");

    static Target start(Options options) {
        var engine = LocalStack.of(options);
        try {
            var deployment = Deployment.of(ASSEMBLY, engine.endpoint(), System.out);
            return new LocalStackTarget(engine, deployment,
                    ApiUrls.at(engine.endpoint(), deployment.output("ApiUrl")));
        } catch (RuntimeException e) {
            try (engine) {
                throw e;
            }
        }
    }

    @Override
    public String name() {
        return "localstack at " + apiUrl;
    }

    @Override
    public Tokens tokens() {
        return Tokens.NOBODY_ASKS;
    }

    @Override
    public Duration timeout() {
        return LocalStack.TIMEOUT;
    }

    @Override
    public Map<String, String> notApplicable() {
        return LocalStackGaps.REASONS;
    }

    @Override
    public void close() {
        try (engine; deployment) {
            System.out.println("The features are done: taking away what was deployed.");
        }
    }
}
