package basics.testing;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** All that is in all tables. */
public final class Contents {
    private Contents() {}

    /** By table, in any order. */
    public static Map<String, Object> of(DynamoDbClient client) {
        return client.listTablesPaginator().tableNames().stream().collect(Collectors.toMap(name -> name,
                name -> client.scanPaginator(scan -> scan.tableName(name)).items().stream()
                        .collect(Collectors.toSet()),
                (one, _) -> one, TreeMap::new));
    }
}
