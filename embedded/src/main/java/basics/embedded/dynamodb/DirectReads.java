package basics.embedded.dynamodb;

import java.util.List;
import java.util.function.Supplier;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBUtils;
import com.amazonaws.services.dynamodbv2.local.shared.mapper.DynamoDBObjectMapper;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTimeToLiveRequest;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * DynamoDB's own reads, for whoever looks into the tables. They pass by the front: so no grant is asked, no fault is met, and
 * nothing counts as a function's doing. Requests and answers have the JSON of DynamoDB's API.
 */
public final class DirectReads {
    private final LocalDynamoDBRequestHandler dynamoDb;
    private final DynamoDBObjectMapper mapper = new DynamoDBObjectMapper();

    DirectReads(LocalDynamoDBRequestHandler dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** The names of all tables, in alphabetical order. */
    public List<String> tables() {
        return dynamoDb.listTables(Tables.SHARED, Tables.SHARED, new ListTablesRequest()).getTableNames();
    }

    /**
     * The keys, indexes and size of a table.
     *
     * @throws RefusedRead
     *             when there is no such table, as from the other methods
     */
    public JsonNode describeTable(String table) {
        return told(() -> dynamoDb.describeTable(Tables.SHARED, Tables.SHARED,
                new DescribeTableRequest().withTableName(table))).path("Table");
    }

    public JsonNode describeTimeToLive(String table) {
        return told(() -> dynamoDb.describeTimeToLive(Tables.SHARED, Tables.SHARED,
                new DescribeTimeToLiveRequest().withTableName(table))).path("TimeToLiveDescription");
    }

    public JsonNode query(JsonNode request) {
        return told(() -> dynamoDb.query(Tables.SHARED, Tables.SHARED, read(request, QueryRequest.class)));
    }

    public JsonNode scan(JsonNode request) {
        return told(() -> dynamoDb.scan(Tables.SHARED, Tables.SHARED, read(request, ScanRequest.class)));
    }

    /** Of an item, in bytes, as DynamoDB counts them (Developer Guide, "DynamoDB item sizes and formats"). */
    public long size(JsonNode item) {
        return LocalDBUtils.getItemSizeBytes(mapper.convertValue(item, DynamoDBObjectMapper.ITEM_TYPE));
    }

    private JsonNode told(Supplier<Object> call) {
        try {
            return mapper.valueToTree(call.get());
        } catch (AmazonServiceException refusal) {
            throw new RefusedRead(refusal.getErrorCode(), refusal.getErrorMessage(), refusal);
        }
    }

    private <T> T read(JsonNode request, Class<T> type) {
        try {
            return mapper.treeToValue(request, type);
        } catch (JsonProcessingException malformed) {
            throw new RefusedRead("SerializationException", malformed.getOriginalMessage(), malformed);
        }
    }
}
