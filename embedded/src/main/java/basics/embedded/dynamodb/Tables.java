package basics.embedded.dynamodb;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import basics.embedded.template.Properties;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.mapper.DynamoDBObjectMapper;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTimeToLiveRequest;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateTimeToLiveRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final String SHARED = "embedded";

    private final LocalDynamoDBRequestHandler dynamoDb;
    private final DynamoDBObjectMapper mapper = new DynamoDBObjectMapper();

    Tables(LocalDynamoDBRequestHandler dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    void create(Stack stack) {
        var existing = names();
        for (var table : stack.resources("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")) {
            create(table, existing);
        }
    }

    Set<String> names() {
        return new HashSet<>(dynamoDb.listTables(SHARED, SHARED, new ListTablesRequest()).getTableNames());
    }

    private void create(Resource table, Set<String> existing) {
        var honoured = Stream.concat(OF_CREATE_TABLE.stream(), Stream.of("TableName", "TimeToLiveSpecification"));
        Properties.check(table.toString(), table.properties(), honoured.collect(Collectors.toSet()), WITHOUT_EFFECT);
        if (table.properties().path("Replicas").size() > 1) {
            throw new StartException("The embedded target can't honour the replicas of %s.".formatted(table));
        }
        var request = request(table);
        var name = table.physicalName();
        if (existing.contains(name)) {
            checkUnchanged(table, request);
        } else {
            dynamoDb.createTable(SHARED, SHARED, request);
        }
        var timeToLive = table.properties().path("TimeToLiveSpecification");
        if (timeToLive.path("Enabled").asBoolean() && !hasTimeToLive(name)) {
            var update = Json.MAPPER.createObjectNode().put("TableName", name).set("TimeToLiveSpecification",
                    timeToLive);
            dynamoDb.updateTimeToLive(SHARED, SHARED, read(update.toString(), UpdateTimeToLiveRequest.class));
        }
    }

    private CreateTableRequest request(Resource table) {
        ObjectNode request = table.properties().deepCopy();
        request.retain(OF_CREATE_TABLE).put("TableName", table.physicalName());
        for (var index : request.path("GlobalSecondaryIndexes")) {
            ((ObjectNode) index).retain(OF_INDEX);
        }
        return read(request.toString(), CreateTableRequest.class);
    }

    private void checkUnchanged(Resource table, CreateTableRequest wanted) {
        var found = dynamoDb
                .describeTable(SHARED, SHARED, new DescribeTableRequest().withTableName(table.physicalName()))
                .getTable();
        if (!keys(found).equals(keys(wanted))) {
            throw new StartException(
                    "The data folder holds %s with other keys (%s) than the template (%s): choose another with -Ddata=DIR."
                            .formatted(table.physicalName(), keys(found), keys(wanted)));
        }
    }

    /** Of a request or a description: both have the names and the form of DynamoDB's API. */
    private Map<String, List<String>> keys(Object table) {
        JsonNode json = mapper.valueToTree(table);
        var keys = new TreeMap<String, List<String>>();
        keys.put("table", attributes(json));
        json.path("GlobalSecondaryIndexes")
                .forEach(index -> keys.put("index " + index.path("IndexName").asText(), attributes(index)));
        return keys;
    }

    private static List<String> attributes(JsonNode owner) {
        return Json.list(owner.path("KeySchema")).stream().map(key -> key.path("AttributeName").asText()).toList();
    }

    private boolean hasTimeToLive(String table) {
        var found = dynamoDb.describeTimeToLive(SHARED, SHARED, new DescribeTimeToLiveRequest().withTableName(table))
                .getTimeToLiveDescription();
        return found != null && "ENABLED".equals(found.getTimeToLiveStatus());
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
