package basics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.crac.Core;
import org.junit.jupiter.api.Test;

import basics.testing.LogLines;

class PrimingTest {
    private final LogLines log = new LogLines();
    private final List<Boolean> seen = new ArrayList<>();

    /** Answers with a status, or fails. */
    private final class Answering extends Handler {
        private final Supplier<Integer> status;

        Answering(Supplier<Integer> status) {
            super(new Variables(Map.of()));
            this.status = status;
        }

        @Override
        protected Response answer(Request request) {
            seen.add(Priming.isRunning());
            return Response.json(status.get(), new byte[0]);
        }
    }

    private String prime(Handler handler) {
        new Priming(handler, log).beforeCheckpoint(Core.getGlobalContext());
        assertThat(log.lines()).hasSize(1);
        return log.lines().getFirst();
    }

    @Test
    void shouldLogOneLineWhenDone() {
        assertThat(prime(new Answering(() -> 404)))
                .matches("INFO priming=done operation=Answering requests=20 status=404 duration_ms=\\d+");
        assertThat(seen).hasSize(20).containsOnly(true);
        assertThat(Priming.isRunning()).isFalse();
    }

    @Test
    void shouldEndWithTheFirstFailureAndLogIt() {
        assertThat(prime(new Answering(() -> {
            throw new IllegalStateException("secret");
        }))).startsWith("WARN priming=failed operation=Answering requests=1 status=500 duration_ms=")
                .contains("effect=\"first calls are slower\" failure=java.lang.IllegalStateException at basics.http.")
                .doesNotContain("secret");
        assertThat(seen).hasSize(1);
    }

    @Test
    void shouldTreatAnErrorAnswerAsAFailure() {
        assertThat(prime(new Answering(() -> 503))).contains("priming=failed");
        assertThat(seen).hasSize(1);
    }

    private static class NoEvent extends Handler {
        NoEvent() {
            super(new Variables(Map.of()));
        }

        @Override
        protected Response answer(Request request) throws IOException {
            throw new IOException();
        }
    }

    @Test
    void shouldSurviveAMalformedEvent() {
        assertThat(prime(new NoEvent())).contains("priming=failed", "failure=java.io.IOException");
    }

    /** An operation that isn't in the contract has no event. */
    @Test
    void shouldReportAMissingEvent() {
        assertThat(prime(new NoEvent() {
        })).contains("priming=failed", "failure=java.io.FileNotFoundException");
    }
}
