package basics.embedded.iam;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A role with the statements of all its policies. */
public record Role(String name, String arn, List<Statement> statements) {
    private static final Comparator<Access> BY_ACTION = Comparator.comparing(Access::action)
            .thenComparing(Access::resource);

    /** A role with the permissions of all these roles. */
    public static Role ofAll(String name, Collection<Role> roles) {
        return new Role(name, name, roles.stream().flatMap(role -> role.statements().stream()).toList());
    }

    /** A role that allows everything. */
    public static Role ofEverything(String name) {
        return new Role(name, name,
                List.of(new Statement(true, List.of(Wildcard.ofAction("*")), List.of(Wildcard.of("*")))));
    }

    public Decision decide(Access access) {
        return new Policy(statements).decide(access);
    }

    /**
     * The accesses that its statements allow, with their wildcards.
     *
     * @param service
     *            the service whose actions to return, such as {@code dynamodb}; the action {@code *} belongs to every
     *            service
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
