package basics.embedded.iam;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;

/** The statements of one or more policy documents, which are evaluated together. */
public record Policy(List<Statement> statements) {
    /**
     * Reads one document.
     *
     * @throws StartException
     *            when it is malformed, or has a condition or an exclusion, which the embedded target can't evaluate
     */
    public static Policy read(String owner, JsonNode document) {
        return new Policy(Json.list(document.path("Statement")).stream()
                .map(statement -> Statement.read(owner, statement)).toList());
    }

    /**
     * Decides an access. An explicit deny wins; without an allow, the access is denied (IAM User Guide, "Policy
     * evaluation logic").
     */
    public Decision decide(Access access) {
        var covering = statements.stream().filter(statement -> statement.covers(access)).toList();
        if (covering.isEmpty()) {
            return Decision.NOT_ALLOWED;
        }
        return covering.stream().allMatch(Statement::allows) ? Decision.ALLOWED : Decision.DENIED;
    }
}
