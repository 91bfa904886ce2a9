package basics.acceptance.matrix;

import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Scenario;
import io.cucumber.query.Lineage;
import io.cucumber.query.Query;

/**
 * One scenario that can run: an example, or one row of an outline's.
 *
 * @param file
 *            where it is written, from the folder of all features on
 * @param scenario
 *            its name in the file, which is one for all rows of an outline
 * @param name
 *            its own name, which no other in the file has
 * @param line
 *            where it stands in the file
 */
record Example(String file, String feature, String rule, String scenario, String name, long line) {

    private static final String FOLDER = "features/";

    static Example of(Pickle pickle, Query query) {
        var uri = pickle.getUri();
        var lineage = query.findLineageBy(pickle);
        return new Example(uri.substring(uri.indexOf(FOLDER) < 0 ? 0 : uri.indexOf(FOLDER) + FOLDER.length()),
                lineage.flatMap(Lineage::feature).map(Feature::getName).orElse(""),
                lineage.flatMap(Lineage::rule).map(Rule::getName).orElse(""),
                lineage.flatMap(Lineage::scenario).map(Scenario::getName).orElse(pickle.getName()), pickle.getName(),
                query.findLocationOf(pickle).map(Location::getLine).orElse(0L));
    }

    /** By what one run's example is found in another's, which may be of another commit. */
    Key key() {
        return new Key(file, name);
    }

    record Key(String file, String name) {}
}
