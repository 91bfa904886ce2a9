package basics.dynamodb;

import java.time.Duration;

import basics.http.Environment;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** The DynamoDB client of a function: everything that the SDK would look for is given, which saves start-up time. */
public final class Client {
    /** DynamoDB answers in milliseconds; a connection that takes longer is better tried again. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);
    /** With the timeouts above, a call fails within 13 s: before a function with a timeout of 15 s or more does. */
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
     * @param environment {@code AWS_REGION}, and {@code AWS_ENDPOINT_URL_DYNAMODB} if there is one
     */
    public static DynamoDbClient of(Environment environment) {
        // The SDK logs by SLF4J, and no logging framework is in the jar: without this, each start complains of that.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // Read once by the JDK, before its first connection ("Networking Properties", java.net).
        System.setProperty("http.keepAlive.time.server", Long.toString(IDLE_CONNECTION.toSeconds()));
        var endpoint = Endpoint.of(environment);
        return DynamoDbClient.builder()
                .endpointOverride(endpoint.uri())
                .endpointProvider(endpoint)
                .region(Region.of(environment.required("AWS_REGION")))
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .defaultsMode(DefaultsMode.STANDARD)
                .httpClient(new BufferedPosts(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT)
                        .build()))
                .overrideConfiguration(configuration -> configuration
                        // No profile file on Lambda, so none is looked for.
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                // A single write that meets a transaction: over in milliseconds.
                                .retryOnException(TransactionConflictException.class)
                                .build()))
                .build();
    }
}
