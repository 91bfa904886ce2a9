package basics.embedded.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How the process of a function goes wrong. */
public enum FunctionFault {
    /** Killed, as the kernel kills one. */
    CRASH {
        @Override
        void strike(Process process) {
            process.destroyForcibly();
        }
    },
    /** Stopped, until its timeout has it killed. */
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
