package basics.acceptance.target.stack;

import java.net.URI;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The clients of LocalStack, or of an emulator like it. */
record Emulator(URI endpoint, CloudFormationClient stacks, S3Client buckets,
        SsmClient parameters) implements AutoCloseable {

    /** With the access key {@code test}, LocalStack takes this for the account (docs.localstack.cloud, credentials). */
    static final Place PLACE = new Place("aws", "000000000000", Region.US_EAST_1.id());
    private static final String KEY = "test";

    static Emulator at(URI endpoint) {
        return new Emulator(endpoint, set(CloudFormationClient.builder(), endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build(),
                // Buckets as a part of the path: no name of a bucket resolves as a host name everywhere.
                set(S3Client.builder(), endpoint).httpClientBuilder(UrlConnectionHttpClient.builder())
                        .forcePathStyle(true).build(),
                set(SsmClient.builder(), endpoint).httpClientBuilder(UrlConnectionHttpClient.builder()).build());
    }

    private static <B extends AwsClientBuilder<B, ?>> B set(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint).region(Region.of(PLACE.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)));
    }

    @Override
    public void close() {
        stacks.close();
        buckets.close();
        parameters.close();
    }
}
