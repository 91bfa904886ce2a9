package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream of a table of DynamoDB Local, from its beginning on. */
public final class TableStream {
    private final DynamoDbStreamsClient client;
    private final String stream;
    private final Map<String, String> iterators = new LinkedHashMap<>();

    TableStream(URI endpoint, String stream) {
        this.stream = stream;
        client = DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** The next records, in their order. Waits until so many are there. */
    public List<Record> next(int count) {
        var records = new ArrayList<Record>();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            records.addAll(available());
            return records.size() >= count;
        });
        assertThat(records).hasSize(count);
        return records;
    }

    /** The next records that are there by now. */
    public List<Record> available() {
        var records = new ArrayList<Record>();
        for (var shard : client.describeStream(describe -> describe.streamArn(stream)).streamDescription().shards()) {
            var iterator = iterators.computeIfAbsent(shard.shardId(), id -> client.getShardIterator(get -> get
                    .streamArn(stream).shardId(id).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator());
            var page = client.getRecords(get -> get.shardIterator(iterator));
            records.addAll(page.records());
            if (page.nextShardIterator() != null) {
                iterators.put(shard.shardId(), page.nextShardIterator());
            }
        }
        return records;
    }
}
