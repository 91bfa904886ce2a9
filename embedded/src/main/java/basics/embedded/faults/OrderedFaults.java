package basics.embedded.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.TokenBucket;

/** The faults of an order in force. */
final class OrderedFaults implements Faults {
    private final Order order;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final Map<String, TokenBucket> limits = new ConcurrentHashMap<>();
    private volatile boolean over;

    OrderedFaults(Order order) {
        this.order = order;
    }

    @Override
    public boolean concern(String function, boolean authorizer) {
        return order.functions().isEmpty()
                ? !authorizer && order.isOfFunctions()
                : order.functions().contains(function);
    }

    /** What happens to a delivery of records with these keys to a function that the order names; each call counts as one. */
    Optional<Deliveries.Struck> ofDelivery(String function, Set<String> keys) {
        return order.ofDeliveries().filter(_ -> !over && order.functions().contains(function))
                .filter(fault -> keys.contains(fault.key()))
                .filter(fault -> fault.times() == null || deliveries.getAndIncrement() < fault.times())
                // An environment of its own only where one is struck.
                .map(fault -> new Deliveries.Struck(
                        order.isOfFunctions() || fault.kind() == DeliveryFault.Kind.KILLED ? this : NONE,
                        Optional.ofNullable(fault.kind())));
    }

    void end() {
        over = true;
    }

    @Override
    public boolean over() {
        return over;
    }

    @Override
    public Map<String, String> variables() {
        return order.variables();
    }

    @Override
    public Optional<DynamoDbFault> ofCall(String action, Supplier<JsonNode> call) {
        return Optional.ofNullable(order.dynamoDb())
                .filter(fault -> fault.concerns(action, call))
                .filter(fault -> fault.calls() == null || calls.getAndIncrement() < fault.calls());
    }

    @Override
    public Optional<FunctionFault> atOnce() {
        return Optional.ofNullable(order.function()).filter(_ -> order.dynamoDb() == null);
    }

    @Override
    public Optional<FunctionFault> duringCall() {
        return Optional.ofNullable(order.function());
    }

    @Override
    public Duration timeout(Duration usual) {
        return order.timeoutMillis() == null ? usual : Duration.ofMillis(order.timeoutMillis());
    }

    @Override
    public Duration integrationTimeout(Duration usual) {
        return order.integrationTimeoutMillis() == null ? usual : Duration.ofMillis(order.integrationTimeoutMillis());
    }

    @Override
    public Optional<TokenBucket> limit(String method) {
        return Optional.ofNullable(order.limit()).map(ordered -> limits.computeIfAbsent(method,
                _ -> TokenBucket.of(ordered.rate(), ordered.burst())));
    }
}
