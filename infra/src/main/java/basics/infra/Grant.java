package basics.infra;

import java.util.Arrays;
import java.util.List;

/** What each operation's function may do in DynamoDB: these actions, on this table or index, and nothing else. */
enum Grant {
    CREATE_USER("createUser", Data.USERS, "PutItem"),
    LIST_USERS("listUsers", Data.USERS, "Scan"),
    READ_USER("readUser", Data.USERS, "Query"),
    UPDATE_USER("updateUser", Data.USERS, "UpdateItem", "Query"),
    DELETE_USER("deleteUser", Data.USERS, "DeleteItem"),
    RECORD_EVENT("recordEvent", Data.EVENTS, "PutItem"),
    /** A transaction needs the permissions of the writes that it is made of. */
    RECORD_EVENTS("recordEvents", Data.EVENTS, "PutItem"),
    QUERY_EVENTS("queryEvents", Data.EVENTS, "Query"),
    LIST_EVENTS_ON_DATE("listEventsOnDate", Data.EVENTS_BY_DATE, "Query"),
    CHECK_HEALTH("checkHealth", Data.NONE);

    /** What a function reaches. */
    enum Data {
        NONE, USERS, EVENTS, EVENTS_BY_DATE
    }

    private final String operationId;
    private final Data data;
    /** Unmodifiable, which the type can't say. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> actions;

    Grant(String operationId, Data data, String... actions) {
        this.operationId = operationId;
        this.data = data;
        this.actions = Arrays.stream(actions).map(action -> "dynamodb:" + action).toList();
    }

    static Grant of(Operation operation) {
        return Arrays.stream(values()).filter(grant -> grant.operationId.equals(operation.id())).findFirst()
                .orElseThrow(() -> new Refusal("The operation " + operation.id()
                        + " of openapi.yaml has no grant: say in Grant.java what its function may do."));
    }

    String operationId() {
        return operationId;
    }

    Data data() {
        return data;
    }

    List<String> actions() {
        return actions;
    }

    /** Whether the function writes events, and so gives them their time of expiry. */
    boolean recordsEvents() {
        return data == Data.EVENTS && actions.contains("dynamodb:PutItem");
    }
}
