package basics.benchmark;

import java.util.Locale;

/** How an environment comes to its first invocation. */
enum Start {
    /** As Lambda does it without SnapStart. */
    ON_DEMAND(""),
    /**
     * As with SnapStart: the hooks run, then the environment goes on as after a restore. This machine keeps no image of
     * memory, so that what Lambda's restoring itself takes is in no figure.
     */
    RESTORED(" restored"),
    /** With an ahead-of-time cache of the JVM. */
    CACHED(" cached");

    private final String suffix;

    Start(String suffix) {
        this.suffix = suffix;
    }

    /** What a subject is called that starts so, after its name. */
    String suffix() {
        return suffix;
    }

    static Start of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
