package basics.acceptance.target;

import java.util.Map;

/** What LocalStack 4.14.0 doesn't do as API Gateway does it, by the tag of the scenarios that need it. */
final class LocalStackGaps {

    static final Map<String, String> REASONS = Map.of("@needs-faults",
            "nothing can be ordered to go wrong", "@needs-costs", Costs.NOT_TOLD, "@needs-authorizer",
            "LocalStack makes authorizers and doesn't ask them", "@needs-content-handling",
            "LocalStack leaves out how a mock's response is handled, and fails where JSON is accepted",
            "@needs-payload-limits", "LocalStack lets through what is longer than API Gateway and Lambda take",
            "@needs-uninspected-bodies", "LocalStack's web server refuses a form that it can't parse, unasked",
            "@needs-compression", "LocalStack sends every answer as it is",
            "@needs-own-host", "LocalStack's URL without a host name of its own has a prefix that functions don't see");

    private LocalStackGaps() {}
}
