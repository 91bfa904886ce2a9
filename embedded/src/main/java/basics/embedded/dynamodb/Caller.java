package basics.embedded.dynamodb;

import basics.embedded.iam.Role;

/** A function at the front of DynamoDB. */
record Caller(String function, String shortName, Role role) {}
