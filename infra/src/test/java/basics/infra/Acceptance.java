package basics.infra;

/**
 * A finding of cdk-nag that stands.
 *
 * @param rule
 *            the rule's id
 * @param path
 *            of the one construct that it is accepted on, below the stack
 * @param reason
 *            why it is not followed there
 */
record Acceptance(String rule, String path, String reason) {}
