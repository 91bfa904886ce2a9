package basics.http;

import org.crac.Core;

import basics.testing.LogLines;

/** Runs the priming of a handler. */
public final class PrimingRun {
    private PrimingRun() {}

    /** The log line of the priming. */
    public static String line(Handler handler) {
        var log = new LogLines();
        new Priming(handler, log).beforeCheckpoint(Core.getGlobalContext());
        return log.lines().getLast();
    }
}
