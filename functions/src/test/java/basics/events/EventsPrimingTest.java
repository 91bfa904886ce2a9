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
                operation("PutItem", environment -> new RecordEvent(environment, Recorder.of(environment))),
                operation("TransactWriteItems", environment -> new RecordEvents(environment, Recorder.of(environment))),
                operation("Query", environment -> new QueryEvents(environment, Events.byName(environment))),
                operation("Query", environment -> new ListEventsOnDate(environment, Events.byDate(environment))));
    }

    private static Arguments operation(String target, Function<Environment, RequestStreamHandler> newHandler) {
        return Arguments.of(target, newHandler);
    }

    private final Tables tables = new Tables();

    @ParameterizedTest
    @MethodSource("operations")
    void shouldChangeNothing(String target, Function<Environment, RequestStreamHandler> newHandler) throws Exception {
        PrimingTests.changesNothing(tables,
                Map.of("EVENTS_TABLE", tables.events(), "EVENTS_BY_DATE_INDEX", Tables.BY_DATE), newHandler, target);
    }
}
