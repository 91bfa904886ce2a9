package basics.embedded.iam;

/**
 * An action on a resource, which a call needs or a policy grants.
 *
 * @param action
 *            such as {@code dynamodb:GetItem}
 * @param resource
 *            an ARN, or {@code *} for an action without a resource
 */
public record Access(String action, String resource) {}
