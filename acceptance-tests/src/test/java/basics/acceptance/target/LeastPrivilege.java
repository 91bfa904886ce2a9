package basics.acceptance.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import basics.embedded.iam.Access;

/**
 * Holds what the roles of functions allow against what the functions did while all features ran: a role that allows more is
 * as wrong as one that allows less.
 */
final class LeastPrivilege {

    private LeastPrivilege() {}

    /**
     * What differs, in words; nothing when roles allow exactly what was used.
     *
     * @param granted
     *            by function
     * @param used
     *            by function; without those that used nothing
     */
    static List<String> broken(Map<String, Set<Access>> granted, Map<String, Set<Access>> used) {
        var broken = new ArrayList<String>();
        new TreeMap<>(granted).forEach((function, grants) -> {
            var uses = used.getOrDefault(function, Set.of());
            sorted(grants).filter(grant -> !uses.contains(grant))
                    .forEach(grant -> broken.add("%s may %s on %s, and never did".formatted(function, grant.action(),
                            grant.resource())));
            sorted(uses).filter(use -> !grants.contains(use))
                    .forEach(use -> broken.add("%s did %s on %s, which is not granted by that name".formatted(function,
                            use.action(), use.resource())));
        });
        return broken;
    }

    private static Stream<Access> sorted(Set<Access> accesses) {
        return accesses.stream().sorted(Comparator.comparing(Access::action).thenComparing(Access::resource));
    }
}
