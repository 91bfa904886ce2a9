package basics.acceptance.users;

import basics.acceptance.scenario.Names;
import io.cucumber.java.ParameterType;

/** The words of the steps about users. */
public final class UserWords {

    private final Names names;

    public UserWords(Names names) {
        this.names = names;
    }

    /** An email as it is typed, made this scenario's own. */
    @ParameterType("\\S+@\\S+")
    public String email(String readable) {
        return names.own(readable);
    }

    /** What only the service sets, by the contract's name. */
    @ParameterType(ServiceFields.WORDS)
    public String serviceField(String words) {
        return ServiceFields.name(words);
    }

    /** A user's attribute, or a part of one. */
    @ParameterType("[a-z_]+(?:\\.[a-z_]+)*")
    public String attribute(String path) {
        return path;
    }
}
