package basics.embedded.faults;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;

import basics.embedded.template.Json;

/**
 * A test's order, as JSON. All members are optional.
 *
 * @param functions
 *            the functions that it affects, by their names on the console; empty means all functions of routes
 * @param variables
 *            environment variables to add or replace
 * @param function
 *            the fault of its process, as soon as it receives a request or, with {@code dynamoDb}, during that call
 * @param timeoutMillis
 *            the function's timeout, instead of the template's
 * @param integrationTimeoutMillis
 *            the gateway's timeout, instead of the template's
 * @param delivery
 *            the fault of deliveries of a stream's records to {@code functions}; without it, faults of a {@code dynamoDb}
 *            key concern deliveries of records with that key
 */
record Order(Set<String> functions, Map<String, String> variables, @Nullable DynamoDbFault dynamoDb,
        @Nullable FunctionFault function, @Nullable Long timeoutMillis, @Nullable Long integrationTimeoutMillis,
        @Nullable Limit limit, @Nullable DeliveryFault delivery) {
    private static final ObjectReader READER = Json.MAPPER.readerFor(Order.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** A rate limit instead of the stage's: requests a second, and a burst. */
    record Limit(double rate, int burst) {
        Limit {
            require(rate >= 0 && burst >= 0, "rate and burst must not be negative");
        }
    }

    Order(@Nullable Set<String> functions, @Nullable Map<String, String> variables, @Nullable DynamoDbFault dynamoDb,
            @Nullable FunctionFault function, @Nullable Long timeoutMillis, @Nullable Long integrationTimeoutMillis,
            @Nullable Limit limit, @Nullable DeliveryFault delivery) {
        require(timeoutMillis == null || timeoutMillis > 0, "timeoutMillis must be positive");
        require(integrationTimeoutMillis == null || integrationTimeoutMillis > 0,
                "integrationTimeoutMillis must be positive");
        require(function == null || dynamoDb == null || dynamoDb.kind().lasts(),
                "function goes with a call that is lost or slow, not with one that is refused");
        require(delivery == null || (functions != null && !functions.isEmpty()),
                "delivery needs functions, which the records are delivered to");
        this.functions = functions == null ? Set.of() : Set.copyOf(functions);
        this.variables = variables == null ? Map.of() : Map.copyOf(variables);
        this.dynamoDb = dynamoDb;
        this.function = function;
        this.timeoutMillis = timeoutMillis;
        this.integrationTimeoutMillis = integrationTimeoutMillis;
        this.limit = limit;
        this.delivery = delivery;
    }

    /** Which deliveries of records it affects; empty for none. */
    Optional<DeliveryFault> ofDeliveries() {
        return Optional.ofNullable(delivery).or(() -> Optional.ofNullable(dynamoDb).map(DynamoDbFault::key)
                .map(key -> new DeliveryFault(null, key, null)));
    }

    /** Whether it affects functions, and not only the gateway. */
    boolean isOfFunctions() {
        return dynamoDb != null || function != null || timeoutMillis != null || !variables.isEmpty();
    }

    /**
     * Reads an order.
     *
     * @throws IllegalArgumentException
     *            with the reason, when it is malformed
     */
    static Order read(byte[] json) {
        try {
            return READER.readValue(json);
        } catch (JsonMappingException wrong) {
            throw new IllegalArgumentException(
                    "%s (at %s)".formatted(wrong.getOriginalMessage(), wrong.getPathReference()), wrong);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
