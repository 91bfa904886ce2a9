package basics.authorization;

import java.util.List;

/**
 * The routes of one scope, as the resources of a policy end: {@code GET/users/*}.
 *
 * @param allow what the scope opens
 * @param deny what is closed to whoever lacks it, since the pattern of another scope reaches it
 */
record Routes(List<String> allow, List<String> deny) {}
