package basics.authorization;

import java.util.List;

/**
 * The routes of one scope, such as {@code GET/users/*}: the ends of a policy's resources.
 *
 * @param allow the routes that the scope opens
 * @param deny routes to deny without this scope, because a pattern of another scope matches them too
 */
record Routes(List<String> allow, List<String> deny) {}
