package basics.http;

import org.crac.Core;

import basics.testing.LogLines;

/** A handler's priming by itself. */
public final class PrimingRun {
    private PrimingRun() {}

    /** What is logged of it. */
    public static String line(Handler handler) {
        var log = new LogLines();
        new Priming(handler, log).beforeCheckpoint(Core.getGlobalContext());
        return log.lines().getLast();
    }
}
