package basics.embedded.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A fault of a function's process. */
public enum FunctionFault {
    /** The process is killed, as by the kernel. */
    CRASH {
        @Override
        void strike(Process process) {
            process.destroyForcibly();
        }
    },
    /** The process stops, until its timeout kills it. */
    HANG {
        @Override
        void strike(Process process) {
            try {
                new ProcessBuilder("/bin/sh", "-c", "kill -STOP " + process.pid()).start().onExit().join();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    };

    abstract void strike(Process process);
}
