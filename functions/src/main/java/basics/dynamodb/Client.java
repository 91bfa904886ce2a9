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

/** The DynamoDB client of a function: everything that the SDK would look for is given, which saves start-up time. */
final class Client {
    /** DynamoDB answers in milliseconds; a connection that takes longer is better tried again. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);
    /**
     * With the timeouts above, a call fails within 13 s: before a function with a timeout of 15 s or more does. Each
     * attempt may have been carried out though its answer is lost: what is written must bear to be sent again.
     */
    private static final int ATTEMPTS = 3;

    /**
     * How long the JDK keeps a connection that nobody uses, in place of 5 s, after which the next call would begin with a
     * TLS handshake. As long as the SDK's Apache client keeps one.
     */
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(60);

    private Client() {}

    /**
     * The client for a function's environment.
     *
     * @param variables {@code AWS_REGION}, {@code AWS_ENDPOINT_URL_DYNAMODB} if there is one, and where credentials are
     * @param example an item, for {@link PrimingRequests}
     */
    static DynamoDbClient of(Variables variables, String example) {
        return of(variables, example, READ_TIMEOUT);
    }

    /** As {@link #of(Variables, String)}, for tests that have no time to wait until an answer counts as lost. */
    static DynamoDbClient of(Variables variables, String example, Duration readTimeout) {
        // The SDK logs by SLF4J, and no logging framework is in the jar: without this, each start complains of that.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // Read once by the JDK, before its first connection ("Networking Properties", java.net).
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
                        // No profile file on Lambda, so none is looked for.
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                // A single write that meets a transaction: over in milliseconds.
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
     * With SnapStart, Lambda has an endpoint that gives out credentials in place of the variables that hold them
     * (Lambda Developer Guide, "Activating and managing Lambda SnapStart").
     */
    private static AwsCredentialsProvider credentials(Variables variables) {
        return variables.optional("AWS_CONTAINER_CREDENTIALS_FULL_URI") == null
                ? EnvironmentVariableCredentialsProvider.create()
                : ContainerCredentialsProvider.create();
    }
}
