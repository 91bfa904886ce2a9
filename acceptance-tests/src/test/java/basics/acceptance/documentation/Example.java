package basics.acceptance.documentation;

import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Scenario;
import io.cucumber.query.Lineage;
import io.cucumber.query.Query;

/**
 * One example that can run: a scenario, or one row of an outline's.
 *
 * @param feature
 *            the file where it is written, from the folder of all features on, without its extension
 * @param scenario
 *            its name in the file, which is one for all rows of an outline
 * @param name
 *            its own name, which no other in the file has
 */
record Example(String feature, String scenario, String name) {

    private static final String FOLDER = "features/";
    private static final String EXTENSION = ".feature";

    static Example of(Pickle pickle, Query query) {
        return new Example(feature(pickle.getUri()),
                query.findLineageBy(pickle).flatMap(Lineage::scenario).map(Scenario::getName).orElse(pickle.getName()),
                pickle.getName());
    }

    /** How a feature is called, of where it was read from. */
    static String feature(String uri) {
        var start = uri.indexOf(FOLDER);
        var path = start < 0 ? uri : uri.substring(start + FOLDER.length());
        return path.endsWith(EXTENSION) ? path.substring(0, path.length() - EXTENSION.length()) : path;
    }
}
