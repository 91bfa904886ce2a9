package basics.acceptance.release;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** From the contract of a release to the one that is next. */
record ContractChange(ContractVersion released, ContractVersion next, ChangedOpenApi difference) {

    /** Both as YAML. */
    static ContractChange between(String released, String next) {
        var difference = OpenApiCompare.fromContents(released, next);
        return new ContractChange(ContractVersion.of(difference.getOldSpecOpenApi()),
                ContractVersion.of(difference.getNewSpecOpenApi()), difference);
    }

    /** Whether a client of the release may fail. */
    boolean isBreaking() {
        return difference.isIncompatible();
    }

    /** Whether the version tells the clients of the release what they have to know. */
    boolean isAnnounced() {
        return !isBreaking() || next.announcesBreakingChange(released);
    }

    /** The difference, as a person reads it. */
    String told() {
        var text = new ByteArrayOutputStream();
        new ConsoleRender().render(difference, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }
}
