package basics.events;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import basics.http.Environment;
import basics.testing.PrimingTests;
import basics.testing.Tables;

class EventsPrimingTest {
    static Stream<Arguments> operations() {
        return Stream.of(
                operation("PutItem", "409,201", environment -> new RecordEvent(environment, Recorder.of(environment))),
                operation("TransactWriteItems", "409,200",
                        environment -> new RecordEvents(environment, Recorder.of(environment))),
                operation("Query", "200", environment -> new QueryEvents(environment, Events.byName(environment))),
                operation("Query", "200",
                        environment -> new ListEventsOnDate(environment, Events.byDate(environment))));
    }

    private static Arguments operation(String target, String statuses,
            Function<Environment, RequestStreamHandler> newHandler) {
        return Arguments.of(target, statuses, newHandler);
    }

    private final Tables tables = new Tables();

    @ParameterizedTest
    @MethodSource("operations")
    void shouldChangeNothing(String target, String statuses,
            Function<Environment, RequestStreamHandler> newHandler) throws Exception {
        PrimingTests.changesNothing(tables,
                Map.of("EVENTS_TABLE", tables.events(), "EVENTS_BY_DATE_INDEX", Tables.BY_DATE), newHandler, target);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldPrimeWhatFollowsASuccessToo(String target, String statuses,
            Function<Environment, RequestStreamHandler> newHandler) throws Exception {
        PrimingTests.answersAs(tables, Map.of("EVENTS_TABLE", tables.events(), "EVENTS_BY_DATE_INDEX", Tables.BY_DATE),
                newHandler, statuses);
    }
}
