package basics.embedded.iam;

import java.util.List;

/** A role with all the statements of the policies that are attached to it. */
public record Role(String name, String arn, List<Statement> statements) {

    /** An explicit deny wins; without an allow there is none (IAM User Guide, "Policy evaluation logic"). */
    public Decision decide(Access access) {
        var covering = statements.stream().filter(statement -> statement.covers(access)).toList();
        if (covering.isEmpty()) {
            return Decision.NOT_ALLOWED;
        }
        return covering.stream().allMatch(Statement::allows) ? Decision.ALLOWED : Decision.DENIED;
    }
}
