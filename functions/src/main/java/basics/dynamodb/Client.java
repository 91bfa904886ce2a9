package basics.dynamodb;

import java.time.Duration;
import java.util.List;

import basics.http.Variables;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * The DynamoDB client of a function. It sets everything that the SDK would otherwise look up, which shortens the cold
 * start.
 */
final class Client {
    /** DynamoDB answers in milliseconds. When connecting takes longer, a retry is faster than waiting. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);
    /**
     * With the timeouts above, a call fails within 13 s, before a function with a timeout of 15 s or more times out. An
     * attempt may succeed although its response is lost, so every write must be idempotent.
     */
    private static final int ATTEMPTS = 3;

    /**
     * How long the JDK keeps an idle connection. After its default of 5 s, the next call would begin with a TLS
     * handshake. The SDK's Apache client keeps one for 60 s too.
     */
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(60);

    /** How many idle connections the JDK keeps, in place of 5: one for each shard that is read at once. */
    private static final int IDLE_CONNECTIONS = 100;

    private Client() {}

    /**
     * The client for a function's environment.
     *
     * @param variables {@code AWS_REGION}, {@code AWS_ENDPOINT_URL_DYNAMODB} if set, and the variables for credentials
     * @param example an item, for {@link PrimingRequests}
     */
    static DynamoDbClient of(Variables variables, String example) {
        return of(variables, example, READ_TIMEOUT);
    }

    /** As {@link #of(Variables, String)}, for tests: they can't wait 3 s for each lost response. */
    static DynamoDbClient of(Variables variables, String example, Duration readTimeout) {
        // The SDK logs through SLF4J, and the jar has no logging framework. Without this line, SLF4J warns at each
        // start.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // The JDK reads these once, before its first connection ("Networking Properties", java.net).
        System.setProperty("http.maxConnections", Integer.toString(IDLE_CONNECTIONS));
        System.setProperty("http.keepAlive.time.server", Long.toString(IDLE_CONNECTION.toSeconds()));
        if (variables.isSnapStart()) {
            var snapshot = Snapshot.register(() -> http(readTimeout), () -> credentials(variables));
            return of(variables, snapshot.http(), snapshot.credentials(), List.of(new PrimingRequests(example)));
        }
        return of(variables, http(readTimeout), credentials(variables), List.of());
    }

    private static DynamoDbClient of(Variables variables, SdkHttpClient http, AwsCredentialsProvider credentials,
            List<ExecutionInterceptor> interceptors) {
        var endpoint = Endpoint.of(variables);
        return DynamoDbClient.builder()
                .endpointOverride(endpoint.uri())
                .endpointProvider(endpoint)
                .region(Region.of(variables.required("AWS_REGION")))
                .credentialsProvider(credentials)
                .defaultsMode(DefaultsMode.STANDARD)
                .httpClient(http)
                .overrideConfiguration(configuration -> configuration
                        .executionInterceptors(interceptors)
                        // Lambda has no profile file, so the SDK need not look for one.
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                // Thrown when a single write meets a transaction, which ends within milliseconds.
                                .retryOnException(TransactionConflictException.class)
                                .build()))
                .build();
    }

    private static SdkHttpClient http(Duration readTimeout) {
        return new BufferedPosts(UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(readTimeout)
                .build());
    }

    /**
     * With SnapStart, Lambda offers credentials at an endpoint instead of in environment variables (Lambda Developer
     * Guide, "Activating and managing Lambda SnapStart").
     */
    private static AwsCredentialsProvider credentials(Variables variables) {
        return variables.optional("AWS_CONTAINER_CREDENTIALS_FULL_URI") == null
                ? EnvironmentVariableCredentialsProvider.create()
                : ContainerCredentialsProvider.create();
    }
}
