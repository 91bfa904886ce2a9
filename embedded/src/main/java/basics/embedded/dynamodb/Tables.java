package basics.embedded.dynamodb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.mapper.DynamoDBObjectMapper;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTimeToLiveRequest;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.StreamSpecification;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import com.amazonaws.services.dynamodbv2.model.UpdateTableRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateTimeToLiveRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import basics.embedded.template.Properties;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;

/** Creates the tables of a stack. The template's properties have the names and the form of DynamoDB's CreateTable. */
final class Tables {
    private static final Set<String> OF_CREATE_TABLE = Set.of("KeySchema", "AttributeDefinitions",
            "GlobalSecondaryIndexes",
            "LocalSecondaryIndexes", "BillingMode", "ProvisionedThroughput");
    private static final Set<String> WITHOUT_EFFECT = Set.of("PointInTimeRecoverySpecification", "SSESpecification",
            "Tags",
            "DeletionProtectionEnabled", "TableClass", "ContributorInsightsSpecification", "OnDemandThroughput",
            "WarmThroughput", "WriteOnDemandThroughputSettings", "Replicas");
    private static final Set<String> OF_INDEX = Set.of("IndexName", "KeySchema", "Projection", "ProvisionedThroughput");
    /** DynamoDB Local asks for an access key and a region even where all callers share one database. */
    static final String SHARED = "embedded";

    private final LocalDynamoDBRequestHandler dynamoDb;
    private final DynamoDBObjectMapper mapper = new DynamoDBObjectMapper();

    Tables(LocalDynamoDBRequestHandler dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** Creates those that are missing: all of them or none. */
    void create(Stack stack) {
        var existing = names();
        try {
            of(stack).forEach(table -> create(table, existing));
        } catch (RuntimeException failure) {
            names().stream().filter(name -> !existing.contains(name))
                    .forEach(name -> dynamoDb.deleteTable(SHARED, SHARED, new DeleteTableRequest(name)));
            throw failure;
        }
    }

    /**
     * Checks that those which exist can stay as they are.
     *
     * @throws StartException
     *             saying which can't
     */
    void check(Stack stack) {
        var existing = names();
        of(stack).stream().filter(table -> existing.contains(table.physicalName()))
                .forEach(table -> check(table,
                        "The table %s can't be changed in place from %s to %s: end this and start again, with another -Ddata=DIR if you keep tables in a folder."));
    }

    private static List<Resource> of(Stack stack) {
        return stack.resources("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable");
    }

    Set<String> names() {
        return new HashSet<>(dynamoDb.listTables(SHARED, SHARED, new ListTablesRequest()).getTableNames());
    }

    private void create(Resource table, Set<String> existing) {
        var honoured = Stream.concat(OF_CREATE_TABLE.stream(),
                Stream.of("TableName", "TimeToLiveSpecification", "StreamSpecification"));
        Properties.check(table.toString(), table.properties(), honoured.collect(Collectors.toSet()), WITHOUT_EFFECT);
        if (table.properties().path("Replicas").size() > 1) {
            throw new StartException("The embedded target can't honour the replicas of %s.".formatted(table));
        }
        var name = table.physicalName();
        if (existing.contains(name)) {
            check(table,
                    "The data folder holds %s with other keys (%s) than the template (%s): choose another with -Ddata=DIR.");
        } else {
            create(table, request(table));
        }
        stream(table).filter(_ -> stream(name).isEmpty()).ifPresent(view -> begin(table, view));
        var timeToLive = table.properties().path("TimeToLiveSpecification");
        if (timeToLive.path("Enabled").asBoolean() && timeToLive(name).isEmpty()) {
            var update = Json.MAPPER.createObjectNode().put("TableName", name).set("TimeToLiveSpecification",
                    timeToLive);
            dynamoDb.updateTimeToLive(SHARED, SHARED, read(update.toString(), UpdateTimeToLiveRequest.class));
        }
    }

    private void create(Resource table, CreateTableRequest request) {
        try {
            dynamoDb.createTable(SHARED, SHARED, request);
        } catch (AmazonServiceException refusal) {
            throw new StartException("DynamoDB refuses %s: %s".formatted(table, refusal.getErrorMessage()), refusal);
        }
    }

    private void begin(Resource table, String view) {
        try {
            dynamoDb.updateTable(SHARED, SHARED, new UpdateTableRequest().withTableName(table.physicalName())
                    .withStreamSpecification(
                            new StreamSpecification().withStreamEnabled(true).withStreamViewType(view)));
        } catch (AmazonServiceException refusal) {
            throw new StartException("DynamoDB refuses %s: %s".formatted(table, refusal.getErrorMessage()), refusal);
        }
    }

    private CreateTableRequest request(Resource table) {
        ObjectNode request = table.properties().deepCopy();
        request.retain(OF_CREATE_TABLE).put("TableName", table.physicalName());
        for (var index : request.path("GlobalSecondaryIndexes")) {
            ((ObjectNode) index).retain(OF_INDEX);
        }
        stream(table).ifPresent(view -> request.putObject("StreamSpecification").put("StreamEnabled", true)
                .put("StreamViewType", view));
        return read(request.toString(), CreateTableRequest.class);
    }

    private void check(Resource table, String refusal) {
        var name = table.physicalName();
        var found = shape(description(name));
        var wanted = shape(request(table));
        var expiry = timeToLive(name);
        if (!expiry.isEmpty()) {
            // To begin with it is no matter; to change or end it is.
            found.put("time to live", List.of(expiry));
            wanted.put("time to live",
                    List.of(table.properties().at("/TimeToLiveSpecification/AttributeName").asText()));
        }
        var view = stream(name);
        var wantedView = stream(table);
        if (view.isPresent() && wantedView.isPresent()) {
            // To begin with it is no matter either. One that the template has no more stays, and nobody reads it.
            found.put("stream", List.of(view.get()));
            wanted.put("stream", List.of(wantedView.get()));
        }
        if (!found.equals(wanted)) {
            throw new StartException(refusal.formatted(name, found, wanted));
        }
    }

    private TableDescription description(String name) {
        return dynamoDb.describeTable(SHARED, SHARED, new DescribeTableRequest().withTableName(name)).getTable();
    }

    /**
     * The keys of a table and its indexes, with what the indexes hold. Of a request or a description: both have the names
     * and the form of DynamoDB's API.
     */
    private Map<String, List<String>> shape(Object table) {
        JsonNode json = mapper.valueToTree(table);
        var types = new HashMap<String, String>();
        json.path("AttributeDefinitions").forEach(attribute -> types.put(attribute.path("AttributeName").asText(),
                attribute.path("AttributeType").asText()));
        var shape = new TreeMap<String, List<String>>();
        shape.put("table", keys(json, types));
        for (var indexes : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            json.path(indexes).forEach(index -> shape.put("index " + index.path("IndexName").asText(), Stream
                    .concat(keys(index, types).stream(), projection(index.path("Projection"))).toList()));
        }
        return shape;
    }

    private static List<String> keys(JsonNode owner, Map<String, String> types) {
        return Json.list(owner.path("KeySchema")).stream().map(key -> key.path("AttributeName").asText())
                .map(name -> "%s (%s)".formatted(name, types.get(name))).toList();
    }

    private static Stream<String> projection(JsonNode projection) {
        return Stream.concat(Stream.of(projection.path("ProjectionType").asText()),
                Json.texts(projection.path("NonKeyAttributes")).stream().sorted());
    }

    /** What the template wants a table's stream to hold of an item; empty for no stream. */
    private static Optional<String> stream(Resource table) {
        var stream = table.properties().path("StreamSpecification");
        Properties.check("StreamSpecification of " + table, stream, Set.of("StreamViewType"), Set.of());
        return stream.isMissingNode() ? Optional.empty() : Optional.of(stream.path("StreamViewType").asText());
    }

    /** What the stream of a table that exists holds; empty for no stream. */
    private Optional<String> stream(String table) {
        return Optional.ofNullable(description(table).getStreamSpecification())
                .filter(StreamSpecification::getStreamEnabled).map(StreamSpecification::getStreamViewType);
    }

    /** The ARN by which DynamoDB Local knows the stream of a table; empty for a table without. */
    Optional<String> streamArn(String table) {
        return names().contains(table)
                ? Optional.ofNullable(description(table).getLatestStreamArn())
                : Optional.empty();
    }

    /** The attribute that items expire by; empty for none. */
    private String timeToLive(String table) {
        var found = dynamoDb.describeTimeToLive(SHARED, SHARED, new DescribeTimeToLiveRequest().withTableName(table))
                .getTimeToLiveDescription();
        return found != null && "ENABLED".equals(found.getTimeToLiveStatus()) ? found.getAttributeName() : "";
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException malformed) {
            throw new StartException("DynamoDB can't read %s: %s".formatted(json, malformed.getOriginalMessage()),
                    malformed);
        }
    }
}
