package basics.events;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import basics.testing.Allocation;
import basics.testing.Call;
import basics.testing.Shape;

class EventWriteCostTest {
    private static final EventCalls calls = new EventCalls();

    private static String event(Shape shape, int n) {
        return "{\"event\":\"e\"," + shape.members(n) + "}";
    }

    @ParameterizedTest
    @EnumSource
    void shouldRecordAnEventAtACostInProportionToItsBytes(Shape shape) {
        Allocation.assertProportional(calls.record, n -> Call.withBody(event(shape, n)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRecordABatchAtACostInProportionToItsBytes(Shape shape) {
        Allocation.assertProportional(calls.recordBatch,
                n -> Call.withBody("{\"events\":[" + event(shape, n) + "]}"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseABatchOfUnknownMembersAtACostInProportionToItsBytes(Shape shape) {
        Allocation.assertProportional(calls.recordBatch, n -> Call.withBody("{" + shape.members(n) + "}"));
    }
}
