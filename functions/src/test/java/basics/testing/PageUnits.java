package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * The units that pages of a hundred small items consume.
 *
 * @param place the kind of unit: {@link #TABLE_READ} or {@link #INDEX_READ}
 */
public record PageUnits(Tables tables, int place) {
    public static final int TABLE_READ = 0;
    public static final int INDEX_READ = 2;
    private static final int ITEMS = 100;

    /** The units of the first page and the next. All other kinds must be 0. */
    public List<String> ofTwoPages(RequestStreamHandler list, Supplier<Call> call) {
        tables.forgetResponses();
        var first = page(list, call.get());
        var ofFirst = units();
        var second = page(list, call.get().query("cursor", Objects.requireNonNull(first.nextCursor())));
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
        return List.of(ofFirst, units());
    }

    private static Answer page(RequestStreamHandler list, Call call) {
        var answer = call.query("limit", Integer.toString(ITEMS)).to(list);
        assertThat(answer.items()).hasSize(ITEMS);
        return answer;
    }

    private String units() {
        var units = Units.of(tables.responses());
        tables.forgetResponses();
        for (var other = 0; other < units.size(); other++) {
            assertThat(units.get(other).equals(Units.NOT_REPORTED)).isEqualTo(other != place);
        }
        return units.get(place);
    }
}
