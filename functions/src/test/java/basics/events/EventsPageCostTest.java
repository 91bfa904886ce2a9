package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import basics.dynamodb.Values;
import basics.testing.Call;
import basics.testing.Filling;
import basics.testing.PageUnits;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EventsPageCostTest {

    private final EventCalls calls = new EventCalls();

    private static Map<String, AttributeValue> event(int number) {
        return Map.of(Event.NAME, Values.text("clicked button"), Event.TIMESTAMP,
                Values.text(SortKey.of(EventCalls.NOW.plusMillis(number), "c-" + number).stored()), Event.DATE,
                Values.text("2026-11-22"));
    }

    private static Call byName() {
        return Call.of().path("event", "clicked button");
    }

    private static Call byDate() {
        return Call.of().query("date", "2026-11-22");
    }

    private void events(int from, int to) {
        Filling.fill(calls.tables.client(), calls.table(), IntStream.range(from, to)
                .mapToObj(EventsPageCostTest::event));
    }

    @Test
    void shouldQueryAPageForTheSameUnitsInATableOfAnySize() {
        var ofTable = new PageUnits(calls.tables, PageUnits.TABLE_READ);
        var ofIndex = new PageUnits(calls.tables, PageUnits.INDEX_READ);
        events(0, Filling.FEW);
        var ofName = ofTable.ofTwoPages(calls.query, EventsPageCostTest::byName);
        var ofDay = ofIndex.ofTwoPages(calls.onDate, EventsPageCostTest::byDate);
        events(Filling.FEW, Filling.MANY);

        assertThat(ofTable.ofTwoPages(calls.query, EventsPageCostTest::byName)).isEqualTo(ofName);
        assertThat(ofIndex.ofTwoPages(calls.onDate, EventsPageCostTest::byDate)).isEqualTo(ofDay);
    }
}
