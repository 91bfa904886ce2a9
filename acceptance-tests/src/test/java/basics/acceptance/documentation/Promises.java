package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import basics.acceptance.api.Operation;

/**
 * What the contract promises, and where it is shown: a row for each operation, a column for each status.
 *
 * @param statuses
 *            in order
 */
record Promises(List<String> statuses, List<Row> rows) {

    /** Where an answer is shown. */
    enum Place {
        WORDS("in plain words", "●"), CONTRACT("in the contract", "◐"), NOWHERE("nowhere", "✕"), UNDOCUMENTED("", "");

        private final String words;
        private final String mark;

        Place(String words, String mark) {
            this.words = words;
            this.mark = mark;
        }

        String words() {
            return words;
        }

        String mark() {
            return mark;
        }
    }

    record Row(Operation operation, List<Cell> cells) {}

    /**
     * An answer of an operation.
     *
     * @param example
     *            that shows it
     * @param reason
     *            why none can
     */
    record Cell(String status, Place place, Optional<Shown> example, Optional<String> reason) {}

    static Promises of(List<Operation> operations, Map<String, String> notShown, List<Shown> examples) {
        var statuses = operations.stream().flatMap(operation -> operation.answers().stream()).distinct().sorted()
                .toList();
        var rows = new ArrayList<Row>();
        for (var operation : operations) {
            rows.add(new Row(operation,
                    statuses.stream().map(status -> cell(operation, status, notShown, examples)).toList()));
        }
        return new Promises(statuses, rows);
    }

    private static Cell cell(Operation operation, String status, Map<String, String> notShown, List<Shown> examples) {
        if (!operation.answers().contains(status)) {
            return new Cell(status, Place.UNDOCUMENTED, Optional.empty(), Optional.empty());
        }
        var answer = operation.id() + ' ' + status;
        var words = Shown.of(answer, examples.stream().filter(example -> !example.isInContract()));
        if (words.isPresent()) {
            return new Cell(status, Place.WORDS, words, Optional.empty());
        }
        var contract = Shown.of(answer, examples.stream());
        return new Cell(status, contract.isPresent() ? Place.CONTRACT : Place.NOWHERE, contract,
                contract.isPresent() ? Optional.empty() : Optional.ofNullable(notShown.get(answer)));
    }

    long count(Place place) {
        return rows.stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.place() == place).count();
    }

    /** Those that are shown nowhere, in words. */
    List<String> nowhere() {
        return rows.stream().flatMap(row -> row.cells().stream().filter(cell -> cell.place() == Place.NOWHERE)
                .map(cell -> row.operation().id() + ' ' + cell.status()
                        + cell.reason().map(reason -> ": " + reason).orElse("")))
                .toList();
    }
}
