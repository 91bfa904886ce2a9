package basics.events;

import basics.http.Errors;

/** The name in the path of an operation. */
public final class EventName {
    private EventName() {}

    /** Adds an error to the parameter {@code event}, unless an event of this name can exist. */
    public static void check(String name, Errors errors) {
        if (!EventReader.isName(name)) {
            errors.in(Event.NAME, EventReader.nameRule(name));
        }
    }
}
