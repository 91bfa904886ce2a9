package basics.acceptance.release;

import java.util.regex.Pattern;

import io.swagger.v3.oas.models.OpenAPI;

/** A version of the contract (Semantic Versioning 2.0.0). What it says of patches doesn't matter here. */
record ContractVersion(int major, int minor) {

    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)");

    /**
     * The one that a contract says it has.
     *
     * @throws IllegalArgumentException
     *             if it is no version
     */
    static ContractVersion of(OpenAPI contract) {
        var text = contract.getInfo().getVersion();
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The version of openapi.yaml is no MAJOR.MINOR.PATCH: " + text);
        }
        return new ContractVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Whether it tells that something has changed which a client of the earlier one may fail of: item 8; item 4 below 1.0. */
    boolean announcesBreakingChange(ContractVersion earlier) {
        return major > earlier.major || (major == 0 && earlier.major == 0 && minor > earlier.minor);
    }
}
