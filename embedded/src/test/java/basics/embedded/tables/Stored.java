package basics.embedded.tables;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.dynamodb.Callers;
import basics.embedded.dynamodb.DirectReads;
import basics.embedded.dynamodb.DynamoDb;
import basics.embedded.dynamodb.OwnersAccess;
import basics.embedded.fixture.Signed;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.pages.PageData;
import basics.embedded.template.Json;
import basics.embedded.template.Stack;

/** DynamoDB Local with a table {@code readings}: by sensor in the order of a number, and by day through an index. */
record Stored(DynamoDb dynamoDb, OwnersAccess owner) implements AutoCloseable {
    static final String TABLE = "readings";
    private static final int BATCH = 25;

    static Stored start(Path folder) {
        var dynamoDb = DynamoDb.start(Stack.read(TestAssembly.in(folder), Map.of()), new Callers(), line -> {});
        var stored = new Stored(dynamoDb, dynamoDb.admitOwner());
        stored.createTable(TABLE);
        return stored;
    }

    void createTable(String name) {
        call("CreateTable", """
            {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
             "KeySchema": [{"AttributeName": "sensor", "KeyType": "HASH"}, {"AttributeName": "no", "KeyType": "RANGE"}],
             "AttributeDefinitions": [{"AttributeName": "sensor", "AttributeType": "S"},
               {"AttributeName": "no", "AttributeType": "N"}, {"AttributeName": "day", "AttributeType": "S"}],
             "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"},
             "GlobalSecondaryIndexes": [{"IndexName": "by-day", "Projection": {"ProjectionType": "ALL"},
               "KeySchema": [{"AttributeName": "day", "KeyType": "HASH"}]}]}""".formatted(name));
    }

    DirectReads reads() {
        return dynamoDb.reads();
    }

    /** Items of one sensor, numbered from 1. */
    void put(String table, String sensor, int count, Consumer<ObjectNode> more) {
        put(table, IntStream.rangeClosed(1, count).mapToObj(no -> {
            var item = Json.MAPPER.createObjectNode();
            item.putObject("sensor").put("S", sensor);
            item.putObject("no").put("N", Integer.toString(no));
            more.accept(item);
            return item;
        }).toList());
    }

    void put(String table, List<ObjectNode> items) {
        for (var from = 0; from < items.size(); from += BATCH) {
            var request = Json.MAPPER.createObjectNode();
            var writes = request.putObject("RequestItems").putArray(table);
            items.subList(from, Math.min(from + BATCH, items.size()))
                    .forEach(item -> writes.addObject().putObject("PutRequest").set("Item", item));
            call("BatchWriteItem", request.toString());
        }
    }

    void call(String operation, String body) {
        var key = owner.key();
        try (var client = HttpClient.newHttpClient()) {
            var request = Signed.request(owner.endpoint(), operation, body, key.id(), key.secret(), key.sessionToken());
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static JsonNode read(PageData data, Map<String, String> query) {
        return json(data.read(query).text());
    }

    static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
