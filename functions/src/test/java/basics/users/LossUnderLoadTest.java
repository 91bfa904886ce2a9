package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import basics.dynamodb.FailingDynamoDb;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.LossyRelay;
import basics.testing.LossyRelay.Fate;

/**
 * Many clients write to one user while DynamoDB repeatedly pauses for longer than the read timeout. One in ten requests
 * gets lost, or its response does. {@code -Dreal.pauses=20} makes 20 pauses with the functions' real timeout; by
 * default the timeout is short.
 */
class LossUnderLoadTest {
    private static final String ADA = "ada@example.com";
    private static final int REAL_PAUSES = Integer.getInteger("real.pauses", 0);
    private static final boolean REAL = REAL_PAUSES > 0;
    private static final int PAUSES = REAL ? REAL_PAUSES : 5;
    private static final int WRITERS = REAL ? 12 : 6;
    private static final Duration READ_TIMEOUT = Duration.ofMillis(REAL ? 3_000 : 1_000);
    private static final Duration PAUSE = READ_TIMEOUT.multipliedBy(6).dividedBy(5);
    /** The time between two pauses. */
    private static final Duration WORK = Duration.ofMillis(REAL ? 1_500 : 500);
    private static final long SEED = 10;

    private final UserCalls direct = new UserCalls();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger number = new AtomicInteger();
    /** The status of the answer to each change, by the attribute that the change sets. */
    private final ConcurrentHashMap<String, Integer> told = new ConcurrentHashMap<>();

    @Test
    void shouldTellEachWriterTheResultOfItsWrite() throws Exception {
        direct.created(ADA);
        try (var relay = new LossyRelay(direct.tables.endpoint());
                var client = FailingDynamoDb.client(relay.port(), READ_TIMEOUT);
                var pool = Executors.newFixedThreadPool(WRITERS);
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            relay.others(losses());
            var calls = direct.through(client);
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < WRITERS; i++) {
                running.add(pool.submit(() -> {
                    while (!over.get()) {
                        write(calls);
                    }
                }));
            }
            running.addAll(pauses(relay, clock));
            for (var each : running) {
                each.get();
            }
        }

        assertAllToldTheTruth();
    }

    private static Function<String, Fate> losses() {
        var random = new Random(SEED);
        return _ -> switch (random.nextInt(20)) {
            case 0 -> Fate.LOST_BEFORE_IT_IS_CARRIED_OUT;
            case 1 -> Fate.LOST_AFTER_IT_WAS_CARRIED_OUT;
            default -> Fate.ANSWERED;
        };
    }

    private List<Future<?>> pauses(LossyRelay relay, ScheduledExecutorService clock) {
        var pauses = new ArrayList<Future<?>>();
        var each = WORK.plus(PAUSE).toMillis();
        for (var i = 0; i < PAUSES; i++) {
            pauses.add(clock.schedule(relay::hold, WORK.toMillis() + i * each, TimeUnit.MILLISECONDS));
            pauses.add(clock.schedule(relay::release, (i + 1) * each, TimeUnit.MILLISECONDS));
        }
        pauses.add(clock.schedule(() -> over.set(true), PAUSES * each, TimeUnit.MILLISECONDS));
        return pauses;
    }

    private void write(UserCalls calls) {
        var n = number.getAndIncrement();
        var attribute = "c" + n;
        var answer = switch (n % 4) {
            case 0 -> calls.update(ADA, "{\"" + attribute + "\":1}");
            case 1 -> calls.update(ADA, "{\"" + attribute + "\":1,\"merged\":{\"" + attribute + "\":1}}");
            case 2 -> calls.update(ADA, String.valueOf(direct.read(ADA).header("ETag")),
                    "{\"" + attribute + "\":1}");
            default -> withKey(calls, attribute);
        };
        told.put(attribute, answer.status());
    }

    /** Retries with an idempotency key, as a careful client does. */
    private static Answer withKey(UserCalls calls, String attribute) {
        return Call.withBody("{\"" + attribute + "\":1}").path("email", ADA).header("Idempotency-Key", attribute)
                .to(calls.update);
    }

    private void assertAllToldTheTruth() {
        var user = direct.read(ADA).json();
        var outcomes = new TreeMap<String, Integer>();
        var wrong = new ArrayList<String>();
        var applied = 0;
        for (var entry : told.entrySet()) {
            var isIn = user.has(entry.getKey());
            applied += isIn ? 1 : 0;
            outcomes.merge(entry.getValue() + (isIn ? " in" : " not in"), 1, Integer::sum);
            if (!List.of("200 in", "412 not in", "503 in", "503 not in")
                    .contains(entry.getValue() + (isIn ? " in" : " not in"))) {
                wrong.add(entry.toString());
            }
        }
        if (REAL) {
            System.out.println(PAUSES + " pauses of " + PAUSE + ": " + outcomes + ", version " + user.get("version"));
        }
        assertThat(wrong).isEmpty();
        assertThat(outcomes).containsKeys("200 in");
        assertThat(user.get("version").intValue()).isEqualTo(applied + 1);
        var merged = new ArrayList<String>();
        user.path("merged").fieldNames().forEachRemaining(merged::add);
        assertThat(merged).allSatisfy(attribute -> assertThat(user.has(attribute)).isTrue());
        told.forEach((attribute, status) -> assertThat(user.path("merged").has(attribute))
                .isEqualTo(user.has(attribute) && Integer.parseInt(attribute.substring(1)) % 4 == 1));
    }
}
