package basics.embedded.iam;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A role with all the statements of the policies that are attached to it. */
public record Role(String name, String arn, List<Statement> statements) {
    private static final Comparator<Access> BY_ACTION = Comparator.comparing(Access::action)
            .thenComparing(Access::resource);

    /** One that may what any of these may. */
    public static Role ofAll(String name, Collection<Role> roles) {
        return new Role(name, name, roles.stream().flatMap(role -> role.statements().stream()).toList());
    }

    /** One that may do everything. */
    public static Role ofEverything(String name) {
        return new Role(name, name,
                List.of(new Statement(true, List.of(Wildcard.ofAction("*")), List.of(Wildcard.of("*")))));
    }

    public Decision decide(Access access) {
        return new Policy(statements).decide(access);
    }

    /**
     * What its statements allow, as they are written: a wildcard stays one.
     *
     * @param service
     *            whose actions to give, such as {@code dynamodb}; {@code *} counts for each
     */
    public Set<Access> grants(String service) {
        var grants = new TreeSet<>(BY_ACTION);
        statements.stream().filter(Statement::allows).flatMap(Statement::accesses)
                .filter(access -> access.action().equals("*")
                        || access.action().regionMatches(true, 0, service + ":", 0, service.length() + 1))
                .forEach(grants::add);
        return grants;
    }
}
