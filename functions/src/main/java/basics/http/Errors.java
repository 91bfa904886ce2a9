package basics.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everything that is wrong with a request's values, so that a client hears of all of it at once. */
public final class Errors {
    /** More would help nobody, and a response has limits. */
    private static final int MOST = 20;
    /** In characters: the longest name of a member fits, also when all of it has to be escaped. */
    private static final int LONGEST_POINTER = 2100;

    private final List<InputError> errors = new ArrayList<>();
    private int count;

    /**
     * What is wrong with a member of the body.
     *
     * @param pointer a JSON pointer (RFC 6901) into the body; a very long one is cut to the object around it
     */
    public void at(String pointer, String detail) {
        at(() -> pointer, detail);
    }

    /**
     * As {@link #at(String, String)}.
     *
     * @param pointer asked for only if the error is among the first: making one costs its length
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
     * What is wrong with a parameter.
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
     * Ends the request if anything is wrong with it.
     *
     * @throws Problem 400 with all errors, if there are any
     */
    public void raise() {
        if (!isEmpty()) {
            throw problem(400, "The request has " + (count == 1 ? "1 invalid value." : count + " invalid values."));
        }
    }

    /** A problem of any status that carries the errors collected here, or the first of very many. */
    public Problem problem(int status, String detail) {
        return new Problem(status, count > MOST ? detail + " The first " + MOST + " are listed." : detail,
                List.copyOf(errors), 0);
    }
}
