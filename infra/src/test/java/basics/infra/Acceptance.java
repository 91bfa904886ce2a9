package basics.infra;

/**
 * A finding of cdk-nag that is accepted.
 *
 * @param rule
 *            the rule's id
 * @param path
 *            the path of the construct, below the stack
 * @param reason
 *            why the construct doesn't follow the rule
 */
record Acceptance(String rule, String path, String reason) {}
