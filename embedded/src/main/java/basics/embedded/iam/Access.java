package basics.embedded.iam;

/**
 * One action on one resource, as a call needs it and a policy grants it.
 *
 * @param action
 *            such as {@code dynamodb:GetItem}
 * @param resource
 *            an ARN, or {@code *} for an action without a resource
 */
public record Access(String action, String resource) {}
