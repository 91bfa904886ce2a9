package basics.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.InParallel;
import basics.dynamodb.Values;
import basics.http.Utf8;
import basics.pages.Slice;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Merges the shards of a name, or of a day, by time. Each read is one round of Queries at once. It asks the shards that
 * have run short for their share of the page, and then passes events on until one of them has run out: which event
 * comes next is unknown from there on.
 *
 * <p>Within a sort key, the events of a day lie in the order of their shards. So an event is also a place in the order,
 * for any number of shards. Events of a name with equal sort keys are one event, recorded in two places.
 */
final class Merge implements Slice.Source {
    /**
     * How much more than its share a shard is asked for: a share of <i>m</i> events varies by about √m. So few shards
     * run out before the page is full. Each of them would cost a round, and at least a unit, which holds many events.
     */
    private static final double SLACK = 1.5;
    /** How many events at even shares count as much as those seen. Shares differ after a change of the number. */
    private static final double PRIOR = 0.25;
    /** The factor by which the rounds grow while only expired events are passed. */
    private static final int GROWTH = 4;
    /** The units of 1 MB, read consistently. */
    private static final double UNITS_A_MEGABYTE = 256;

    private record Ask(ShardBuffer shard, int most) {}

    private final Events events;
    private final List<ShardBuffer> shards;
    private final PriorityQueue<ShardBuffer> heads;
    private final int limit;
    private final Instant now;
    private final Capacity capacity;
    /** The last event that was passed. */
    private Map<String, AttributeValue> position;
    /** The events shown that have the sort key of {@link #position}. */
    private final List<Map<String, AttributeValue>> shownThere = new ArrayList<>();
    private int rounds;
    /** How many reads in a row have shown nothing. */
    private int emptyReads;
    private int read;
    private int passed;
    private int shown;
    private int runOut;

    /**
     * A merge that begins where the page before ended.
     *
     * @param keys a range for each shard, from shard 0 on
     * @param start the last event of the page before, or empty
     * @param limit the most events to show
     * @param now events that have expired by then are passed over
     */
    Merge(Events events, List<KeyRange> keys, Map<String, AttributeValue> start, int limit, Instant now,
            Capacity capacity) {
        this.events = events;
        shards = keys.stream().map(range -> ShardBuffer.of(range, start)).toList();
        heads = new PriorityQueue<>(shards.size(), order(keys.getFirst().newestFirst()));
        position = start;
        this.limit = limit;
        this.now = now;
        this.capacity = capacity;
    }

    private Comparator<ShardBuffer> order(boolean newestFirst) {
        Comparator<ShardBuffer> bySortKey = (a, b) -> Utf8.compare(a.sortKey(), b.sortKey());
        if (events.partitionKey().equals(Event.DATE)) {
            var order = bySortKey.thenComparingInt(ShardBuffer::shard);
            return newestFirst ? order.reversed() : order;
        }
        // A page that ends with an event ends behind all with its sort key. So the one to show must come first.
        return (newestFirst ? bySortKey.reversed() : bySortKey)
                .thenComparing(shard -> !Expiry.isAhead(shard.next(), now));
    }

    /**
     * Passes events in order. It ends before the first event over the limit. Then it has passed the expired ones before
     * that, too, so that they count once.
     *
     * @param most about how many events will fill the page, and one more
     * @param start ignored: reads follow each other
     */
    @Override
    public Slice read(@Nullable Integer most, Map<String, AttributeValue> start) {
        ask(Math.max(1, (most == null ? limit : most) - 1));
        var items = new ArrayList<Map<String, AttributeValue>>();
        var before = passed;
        while (runOut == 0) {
            var shard = heads.peek();
            if (shard == null) {
                return new Slice(items, Map.of(), passed - before);
            }
            var event = shard.next();
            if (isShown(event)) {
                if (shown == limit) {
                    break;
                }
                items.add(event);
                shown++;
                pass(shard, true);
            } else {
                pass(shard, false);
            }
        }
        emptyReads = items.isEmpty() ? emptyReads + 1 : 0;
        return new Slice(items, position, passed - before, hasMore() ? Slice.Rest.MORE : Slice.Rest.PARTIAL);
    }

    private boolean hasMore() {
        return shown == limit && shards.stream().flatMap(shard -> shard.events().stream()).anyMatch(this::isShown);
    }

    private boolean isShown(Map<String, AttributeValue> event) {
        return Expiry.isAhead(event, now) && shownThere.stream().noneMatch(other -> isSame(event, other));
    }

    /** Whether this is one event in two places. */
    private static boolean isSame(Map<String, AttributeValue> event, Map<String, AttributeValue> other) {
        return Values.text(event, Event.TIMESTAMP).equals(Values.text(other, Event.TIMESTAMP))
                && ShardKey.name(Values.text(event, Event.NAME)).equals(ShardKey.name(Values.text(other, Event.NAME)));
    }

    private void pass(ShardBuffer shard, boolean isShown) {
        heads.remove();
        if (!shard.sortKey().equals(Values.text(position, Event.TIMESTAMP))) {
            shownThere.clear();
        }
        position = shard.next();
        if (isShown) {
            shownThere.add(position);
        }
        shard.pass();
        passed++;
        sort(shard);
    }

    private void sort(ShardBuffer shard) {
        if (shard.hasRunOut()) {
            runOut++;
        } else if (!shard.events().isEmpty()) {
            heads.add(shard);
        }
    }

    /** Makes a round of Queries at once, so that a number of events can be passed. */
    private void ask(int wanted) {
        rounds++;
        // A shard that holds a few more expired events would otherwise end each round.
        var least = emptyReads == 0 ? 0 : Math.pow(GROWTH, emptyReads);
        var open = shards.stream().filter(shard -> !shard.isRead()).toList();
        var asks = new ArrayList<Ask>();
        for (var shard : open) {
            var share = Math.max(least, wanted * (shard.passed() + PRIOR) / (passed + PRIOR * open.size()));
            if (shard.events().size() < share) {
                var enough = (int) Math.min(Math.max(wanted, least),
                        Math.ceil(share + SLACK * Math.sqrt(share)) + rounds);
                asks.add(new Ask(shard, enough - shard.events().size()));
            }
        }
        var most = mostOfEach(asks.size());
        var answers = InParallel.map(asks, ask -> events.all(ask.shard.keys(), Math.clamp(ask.most, 1, most),
                ask.shard.start()));
        for (var i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            capacity.read(answer.consumedCapacity());
            read += answer.items().size();
            var shard = asks.get(i).shard;
            shard.add(answer.items(), answer.lastEvaluatedKey());
        }
        runOut = 0;
        heads.clear();
        shards.forEach(this::sort);
    }

    /** Limits a round to 1 MB in all, by the size of the events so far. */
    private int mostOfEach(int shards) {
        var units = capacity.readUnits() * (events.isConsistent() ? 1 : 2);
        return read == 0 || units == 0
                ? Integer.MAX_VALUE
                : (int) Math.max(1, UNITS_A_MEGABYTE / units * read / shards);
    }
}
