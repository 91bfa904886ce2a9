package basics.embedded.dynamodb;

import basics.embedded.iam.Role;

/** A function at the front of DynamoDB, known by its access key. */
public record Caller(String function, String shortName, Role role, AccessKey key) {}
