package basics.embedded.dynamodb;

import basics.embedded.faults.Victim;
import basics.embedded.iam.Role;

/** A function's execution environment at the front of DynamoDB. */
record Caller(String function, String shortName, Role role, Victim victim) {}
