package basics.http;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a request's values, so that a client hears of all of it at once. */
public final class Errors {
    /** More would help nobody, and a response has limits. */
    private static final int MOST = 20;
    private static final int LONGEST_POINTER = 1000;

    private final List<InputError> errors = new ArrayList<>();

    /**
     * What is wrong with a member of the body.
     *
     * @param pointer a JSON pointer (RFC 6901) into the body; a very long one is cut to the object around it
     */
    public void at(String pointer, String detail) {
        var shown = pointer;
        while (shown.length() > LONGEST_POINTER) {
            shown = shown.substring(0, shown.lastIndexOf('/'));
        }
        add(new InputError(shown, null, detail));
    }

    /**
     * What is wrong with a parameter.
     *
     * @param parameter the name of a query or path parameter, or of a header
     */
    public void in(String parameter, String detail) {
        add(new InputError(null, parameter, detail));
    }

    private void add(InputError error) {
        if (errors.size() < MOST) {
            errors.add(error);
        }
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /**
     * Ends the request if anything is wrong with it.
     *
     * @throws Problem 400 with all errors, if there are any
     */
    public void raise() {
        if (!isEmpty()) {
            throw problem(400, "The request has " + (errors.size() == 1
                    ? "1 invalid value."
                    : errors.size() + " invalid values."));
        }
    }

    /** A problem of any status that carries the errors collected here. */
    public Problem problem(int status, String detail) {
        return new Problem(status, detail, List.copyOf(errors), 0);
    }
}
