package basics.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects all faults of a request's values, so that a client learns of them in one answer. */
public final class Errors {
    /** The most errors listed. More would help nobody, and a response has a size limit. */
    private static final int MOST = 20;
    /** In characters. The longest name of a member fits, even fully escaped. */
    private static final int LONGEST_POINTER = 2100;

    private final List<InputError> errors = new ArrayList<>();
    private int count;

    /**
     * Adds a fault of a member of the body.
     *
     * @param pointer a JSON pointer (RFC 6901) into the body; a very long one is cut to the object around it
     */
    public void at(String pointer, String detail) {
        at(() -> pointer, detail);
    }

    /**
     * As {@link #at(String, String)}.
     *
     * @param pointer called only if the error is listed, since building a pointer takes time
     */
    public void at(Supplier<String> pointer, String detail) {
        if (++count > MOST) {
            return;
        }
        var exact = pointer.get();
        errors.add(exact.length() <= LONGEST_POINTER
                ? new InputError(exact, null, detail)
                : new InputError(exact.substring(0, exact.lastIndexOf('/', LONGEST_POINTER)), null,
                        "has a member, too long to be shown here, that " + detail));
    }

    /**
     * Adds a fault of a parameter.
     *
     * @param parameter the name of a query or path parameter, or of a header
     */
    public void in(String parameter, String detail) {
        if (++count <= MOST) {
            errors.add(new InputError(null, parameter, detail));
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * Ends the request if any errors were added.
     *
     * @throws Problem 400 with all errors, if there are any
     */
    public void raise() {
        if (!isEmpty()) {
            throw problem(400, "The request has " + (count == 1 ? "1 invalid value." : count + " invalid values."));
        }
    }

    /** A problem of any status with the errors collected here, or the first of them when there are very many. */
    public Problem problem(int status, String detail) {
        return new Problem(status, count > MOST ? detail + " The first " + MOST + " are listed." : detail,
                List.copyOf(errors), 0);
    }
}
