package basics.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Setup;
import basics.dynamodb.Values;
import basics.http.Priming;
import basics.http.Variables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * How many shards this environment writes, and how many the table has ever had. The table itself keeps the record of
 * the numbers: an item for each, under a partition key that no event can have. So readers look as far as any
 * deployment has written.
 *
 * <p>The record is read at the first request of an execution environment, and again when it is older than 10 seconds or
 * was empty. The first number takes effect at once. One that joins others does 30 seconds after it was entered. By then
 * every reader knows it. Not for use by two threads at once.
 */
public final class Shards {
    /** The partition key of the record. No event has this name, as no URL can hold it. */
    public static final String RECORD = ".";
    /** The sort key of the table's first number, so that there can be only one. */
    private static final String FIRST = "first";
    /** The sort key of another number, or the first one's attribute. */
    private static final String SHARDS = "shards";
    private static final Pattern NUMBER = Pattern.compile(SHARDS + "#([1-9][0-9]?|" + ShardKey.MOST + ")");
    /** The instant from which a number is in effect, as {@link Instant#toString} writes it. Absent: it always was. */
    private static final String FROM = "from";
    private static final Duration FRESH = Duration.ofSeconds(10);
    /** With 13 seconds for a call of DynamoDB that enters a number late, and 7 for clocks that differ. */
    private static final Duration UNTIL_ALL_KNOW = FRESH.plusSeconds(13 + 7);

    /**
     * What the record says.
     *
     * @param numbers each number of shards, and from when it is in effect
     */
    private record Known(Map<Integer, Instant> numbers, Instant since) {}

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final int current;
    private @Nullable Known known;

    private Shards(DynamoDbClient client, String table, InstantSource clock, int current) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.current = current;
    }

    /**
     * The shards of the events table.
     *
     * @param setup with the variable {@code EVENT_SHARDS}, 1 to 100 (absent: 1)
     */
    public static Shards of(Setup setup, DynamoDbClient client, String eventsTable) {
        return new Shards(client, eventsTable, setup.clock(), number(setup.variables()));
    }

    private static int number(Variables variables) {
        var text = variables.optional("EVENT_SHARDS");
        if (text == null) {
            return 1;
        }
        if (!text.matches("[1-9][0-9]?|" + ShardKey.MOST)) {
            throw new IllegalStateException(
                    "The environment variable EVENT_SHARDS must be a whole number from 1 to " + ShardKey.MOST + ".");
        }
        return Integer.parseInt(text);
    }

    /** How many shards readers look at: as many as any deployment has written. */
    public int highest() {
        return Math.max(current, numbers().keySet().stream().mapToInt(Integer::intValue).max().orElse(1));
    }

    /** The partition keys of a name, or of a day, by shard. */
    public List<String> keys(String name) {
        return keys(name, 1);
    }

    /** As {@link #keys(String)}, but at least so many. */
    List<String> keys(String name, int least) {
        return IntStream.range(0, ShardKey.isSpread(name) ? Math.max(least, highest()) : 1)
                .mapToObj(shard -> ShardKey.of(name, shard)).toList();
    }

    /** The shard of an event under a number of shards. */
    static int place(String name, String id, int shards) {
        return ShardKey.isSpread(name) ? ShardKey.ofId(id, shards) : 0;
    }

    /**
     * The other shards where a deployment with another number would have written the event.
     *
     * @param place its own
     */
    Collection<Integer> otherPlaces(String name, String id, int place) {
        var places = new TreeSet<Integer>();
        numbers().keySet().forEach(shards -> places.add(place(name, id, shards)));
        places.remove(place);
        return places;
    }

    /**
     * Enters this environment's number in the record, unless it is there. Must come before a write.
     *
     * @return the number by which the write places its events: this environment's or, until that is in effect, the
     *         highest one that is
     */
    int enter() {
        if (numbers().isEmpty()) {
            enter(FIRST, Map.of(SHARDS, Values.text(Integer.toString(current))));
        }
        if (!numbers().containsKey(current)) {
            enter(SHARDS + '#' + current, Map.of(FROM, Values.text(clock.instant().plus(UNTIL_ALL_KNOW).toString())));
        }
        var now = clock.instant();
        var inEffect = numbers().entrySet().stream().filter(number -> !number.getValue().isAfter(now))
                .map(Map.Entry::getKey).toList();
        return inEffect.isEmpty() || inEffect.contains(current) ? current : inEffect.getLast();
    }

    private void enter(String sortKey, Map<String, AttributeValue> more) {
        // Others may enter theirs meanwhile, or this one: what counts is what the table then has.
        known = null;
        var item = new HashMap<>(more);
        item.put(Event.NAME, Values.text(RECORD));
        item.put(Event.TIMESTAMP, Values.text(sortKey));
        try {
            client.putItem(put -> put.tableName(table).item(item)
                    .conditionExpression("attribute_not_exists(#event)")
                    .expressionAttributeNames(Map.of("#event", Event.NAME)));
        } catch (ConditionalCheckFailedException e) {
            // Another execution environment was first.
        }
    }

    /** In ascending order. */
    private Map<Integer, Instant> numbers() {
        var now = clock.instant();
        if (known != null && !now.isBefore(known.since) && now.isBefore(known.since.plus(FRESH))) {
            return known.numbers;
        }
        var read = new Known(read(), now);
        // Whoever enters the first number doesn't wait until others know.
        if (!Priming.isRunning() && !read.numbers.isEmpty()) {
            known = read;
        }
        return read.numbers;
    }

    private Map<Integer, Instant> read() {
        var numbers = new TreeMap<Integer, Instant>();
        client.queryPaginator(query -> query.tableName(table)
                .keyConditionExpression("#event = :record")
                .expressionAttributeNames(Map.of("#event", Event.NAME))
                .expressionAttributeValues(Map.of(":record", Values.text(RECORD)))
                .consistentRead(true)).items().forEach(item -> number(item, numbers));
        return numbers;
    }

    private static void number(Map<String, AttributeValue> item, Map<Integer, Instant> numbers) {
        var key = Values.text(item, Event.TIMESTAMP);
        var number = NUMBER.matcher(key.equals(FIRST) ? SHARDS + '#' + Values.text(item, SHARDS) : key);
        if (number.matches()) {
            numbers.put(Integer.parseInt(number.group(1)), from(Values.text(item, FROM)));
        }
    }

    private static Instant from(String text) {
        try {
            return text.isEmpty() ? Instant.MIN : Instant.parse(text);
        } catch (DateTimeParseException e) {
            // Nobody but an operator can have written it: readers know of the number all the same.
            return Instant.MIN;
        }
    }
}
