package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.ObjectMapper;

import basics.counts.DayCounts;
import basics.dynamodb.Capacity;
import basics.dynamodb.Values;
import basics.embedded.Embedded;
import basics.embedded.platform.Console;
import basics.events.ShardKey;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The service with its real template on this machine, where the stream's function counts. */
final class Stage implements AutoCloseable {
    static final String DAY = "2026-11-22";
    static final Path ASSEMBLY = Path.of("../../infra/target/cdk.out");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Embedded embedded;
    private final PrintStream log;
    final Service service;

    private Stage(Embedded embedded, PrintStream log) {
        this.embedded = embedded;
        this.log = log;
        var owner = embedded.owner();
        // As an operator gives them, by variables of the environment.
        System.setProperty("aws.accessKeyId", owner.key().id());
        System.setProperty("aws.secretAccessKey", owner.key().secret());
        System.setProperty("aws.region", owner.region());
        service = Service.at(owner.endpoint(), embedded.outputs());
    }

    static Stage start() throws IOException {
        var log = new PrintStream(Path.of("target/embedded.log").toFile(), StandardCharsets.UTF_8);
        return new Stage(Embedded.start(basics.embedded.Settings.of(ASSEMBLY).withConsole(Console.to(log))
                .withFaults()), log);
    }

    /** Stores events of an hour of the day under a partition key, as the service does. */
    void record(String key, int hour, int... numbers) {
        for (var number : numbers) {
            service.dynamoDb().putItem(put -> put.tableName(service.eventsTable()).item(Map.of(
                    "event", Values.text(key), "timestamp",
                    Values.text(sortKey(hour, number)), "date",
                    Values.text(ShardKey.of(DAY, ShardKey.shard(key))))));
        }
    }

    /** Removes an event, as if the table were restored from before it. */
    void lose(String key, int hour, int number) {
        service.dynamoDb().deleteItem(delete -> delete.tableName(service.eventsTable()).key(Map.of(
                "event", Values.text(key), "timestamp", Values.text(sortKey(hour, number)))));
    }

    private static String sortKey(int hour, int number) {
        return "%sT%02d:15:30.123000000Z#c-%d".formatted(DAY, hour, number);
    }

    /** Enters in the table's record that names are spread over so many shards. */
    void spread(int shards) {
        service.dynamoDb().putItem(put -> put.tableName(service.eventsTable())
                .item(Map.of("event", Values.text("."), "timestamp", Values.text("shards#" + shards))));
    }

    DayCounts counts() {
        return new DayCounts(service.dynamoDb(), service.countsTable());
    }

    long counted(String key, int hour) {
        return LongStream.of(counts().readConsistently(key, DAY, DAY, new Capacity()).getOrDefault(DAY, new long[24]))
                .skip(hour).findFirst().orElseThrow();
    }

    void awaitCounted(String key, int hour, long count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(counted(key, hour)).isEqualTo(count));
    }

    void awaitPutAside(int messages) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(putAside()).isEqualTo(messages));
    }

    /** How many messages are in the queue, hidden or not. The queue on this machine knows exactly. */
    int putAside() {
        return service.sqs().getQueueAttributes(of -> of.queueUrl(service.queue().url())
                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes().values().stream().mapToInt(Integer::parseInt).sum();
    }

    /** Puts a message into the queue of failed batches. */
    void send(String message) {
        service.sqs().sendMessage(of -> of.queueUrl(service.queue().url()).messageBody(message));
    }

    /** From now on the function may not write what concerns this key. Returns the order, to be ended. */
    URI poison(String key) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var orders = embedded.door().orElseThrow().resolve("/orders");
            var order = """
                {"functions": ["KeepCounts"], "dynamoDb": {"kind": "DENIED", "key": "%s"}}""".formatted(key);
            var answer = http.send(HttpRequest.newBuilder(orders).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(order)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return URI.create(orders + "/" + new ObjectMapper().readTree(answer.body()).path("id").textValue());
        }
    }

    void end(URI order) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            assertThat(
                    http.send(HttpRequest.newBuilder(order).DELETE().build(), BodyHandlers.discarding()).statusCode())
                    .isBetween(200, 299);
        }
    }

    @Override
    public void close() {
        embedded.close();
        log.close();
    }
}
