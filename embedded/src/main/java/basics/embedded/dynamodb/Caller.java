package basics.embedded.dynamodb;

import basics.embedded.faults.Faults;
import basics.embedded.faults.Victim;
import basics.embedded.iam.Role;
import basics.embedded.traces.Work;

/** Who calls at the front of DynamoDB: a function's execution environment, or the owner of this machine. */
record Caller(String function, String shortName, Role role, Victim victim, Work work) {
    /** Whoever has started all this, with tools of their own. */
    static final Caller OWNER = new Caller("owner", "owner", Role.ofEverything("owner"), new Victim(Faults.NONE),
            new Work());
}
