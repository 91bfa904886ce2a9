package basics.acceptance.documentation;

import java.util.List;

/**
 * What the service does for somebody: the features of a folder.
 *
 * @param id
 *            by which a link finds it
 * @param says
 *            what it is, in a sentence
 */
record Capability(String id, String title, String says, List<Chapter> chapters) {

    List<Verdict> verdicts() {
        return chapters.stream().map(Chapter::verdicts).flatMap(List::stream).toList();
    }

    Result result() {
        return Verdict.worst(verdicts().stream().map(Verdict::result).toList());
    }

    long count(Result result) {
        return verdicts().stream().filter(verdict -> verdict.result() == result).count();
    }
}
