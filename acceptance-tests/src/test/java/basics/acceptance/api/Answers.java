package basics.acceptance.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The answers that scenarios have shown, of those that the contract documents. */
final class Answers {

    /** An operation's answer, such as {@code readUser 404}. */
    record Answer(String operation, String status) implements Comparable<Answer> {
        @Override
        public int compareTo(Answer other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return operation + ' ' + status;
        }
    }

    /** What no scenario can show, with the reason. */
    static final Map<String, String> NOT_SHOWN = Map.of("checkHealth 500",
            "a fault of its code, and it has next to none: nothing outside of it can be ordered to cause one",
            "headHealth 500", "the same code");

    private final Set<Answer> shown = ConcurrentHashMap.newKeySet();
    private final Map<String, String> notShown;

    Answers() {
        this(NOT_SHOWN);
    }

    Answers(Map<String, String> notShown) {
        this.notShown = new TreeMap<>(notShown);
    }

    void shown(String operation, int status) {
        shown.add(new Answer(operation, Integer.toString(status)));
    }

    /** What is wrong, in words: an answer that nothing has shown, or an exception that nothing needs. */
    List<String> broken(Set<Answer> documented) {
        var broken = new ArrayList<String>();
        for (var answer : new TreeSet<>(documented)) {
            if (!shown.contains(answer) && !notShown.containsKey(answer.toString())) {
                broken.add("No scenario shows " + answer + ", which openapi.yaml documents");
            }
        }
        for (var exception : notShown.keySet()) {
            if (documented.stream().noneMatch(answer -> answer.toString().equals(exception))) {
                broken.add(exception + " is listed as not shown, and is not documented");
            } else if (shown.stream().anyMatch(answer -> answer.toString().equals(exception))) {
                broken.add(exception + " is listed as not shown, and a scenario shows it");
            }
        }
        return broken;
    }
}
