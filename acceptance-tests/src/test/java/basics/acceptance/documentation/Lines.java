package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import basics.acceptance.documentation.Chapter.Line;
import basics.acceptance.documentation.Chapter.Part;
import io.cucumber.messages.types.DataTable;
import io.cucumber.messages.types.Group;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.StepMatchArgument;
import io.cucumber.messages.types.StepMatchArgumentsList;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TestStep;
import io.cucumber.query.Query;

/** Steps, with the values in them told from the words around them, as the run matched them. */
final class Lines {

    private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]+)>");

    /** By the id of a step as it was written; an outline's placeholders are found without. */
    private final Map<String, List<Group>> values = new HashMap<>();

    Lines(Query query) {
        for (var step : query.findAllTestSteps()) {
            query.findPickleStepBy(step)
                    .ifPresent(pickled -> values.put(pickled.getAstNodeIds().getFirst(), groups(step)));
        }
    }

    Line line(Step step) {
        return new Line(step.getKeyword().strip(), parts(step),
                step.getDocString().map(text -> List.of(text.getContent())).orElse(List.of()),
                step.getDataTable().map(DataTable::getRows).orElse(List.of()).stream()
                        .map(row -> row.getCells().stream().map(TableCell::getValue).map(Lines::placeholders).toList())
                        .toList());
    }

    /** A text of an outline's, whose values are placeholders. */
    static List<Part> placeholders(String text) {
        var parts = new ArrayList<Part>();
        var end = 0;
        for (var placeholder : PLACEHOLDER.matcher(text).results().toList()) {
            add(parts, text.substring(end, placeholder.start()), false);
            add(parts, placeholder.group(1), true);
            end = placeholder.end();
        }
        add(parts, text.substring(end), false);
        return parts;
    }

    private List<Part> parts(Step step) {
        var text = step.getText();
        if (PLACEHOLDER.matcher(text).find()) {
            return placeholders(text);
        }
        var parts = new ArrayList<Part>();
        var end = 0;
        for (var group : values.getOrDefault(step.getId(), List.of())) {
            var start = Math.toIntExact(group.getStart().orElse((long) end));
            var value = group.getValue().orElse("");
            // One inside another, or nothing at all, is no value to be seen.
            if (start >= end && !value.isEmpty()) {
                add(parts, text.substring(end, start), false);
                add(parts, value, true);
                end = start + value.length();
            }
        }
        add(parts, text.substring(end), false);
        return parts;
    }

    private static void add(List<Part> parts, String text, boolean isValue) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, isValue));
        }
    }

    private static List<Group> groups(TestStep step) {
        return step.getStepMatchArgumentsLists().stream().flatMap(List::stream)
                .map(StepMatchArgumentsList::getStepMatchArguments).flatMap(List::stream)
                .map(StepMatchArgument::getGroup)
                .filter(group -> Optional.of(group).flatMap(Group::getStart).isPresent())
                .toList();
    }
}
