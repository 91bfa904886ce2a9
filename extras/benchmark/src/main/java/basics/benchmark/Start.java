package basics.benchmark;

import java.util.Locale;

/** The kinds of cold start. */
enum Start {
    /** Without SnapStart. */
    ON_DEMAND(""),
    /**
     * With SnapStart: the hooks run, then the environment continues as after a restore. This machine stores no memory
     * image, so the figures don't include the time of Lambda's restore.
     */
    RESTORED(" restored"),
    /** With an ahead-of-time cache of the JVM. */
    CACHED(" cached");

    private final String suffix;

    Start(String suffix) {
        this.suffix = suffix;
    }

    /** The suffix of a subject's name. */
    String suffix() {
        return suffix;
    }

    static Start of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
