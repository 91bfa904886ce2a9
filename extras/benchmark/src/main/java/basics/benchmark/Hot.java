package basics.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import basics.dynamodb.ItemReader;
import basics.dynamodb.ItemWriter;
import basics.events.MergedPage;
import basics.health.CheckHealth;
import basics.http.Errors;
import basics.pages.Page;
import basics.pages.Slice;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Measures the work of a warm function without DynamoDB, with the same compiler as on Lambda. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Hot {
    private static final int PAGE = 100;
    private static final String USER = """
        {"email":"ada@example.com","name":"Ada","city":"Tulsa","age":36,"tags":["a","b"],"address":{"zip":"74103"}}\
        """;
    private static final byte[] EVENT = ProxyEvent.of("GET", "/health", "/health").json().getBytes(UTF_8);

    private static final Page.View VIEW = new Users();

    private final CheckHealth health = new CheckHealth();
    private final Map<String, AttributeValue> user = ItemReader.read(USER, new Errors());
    private final Slice slice = new Slice(Collections.nCopies(PAGE, user), Map.of());

    /** Decodes a proxy event, answers it, encodes the answer and writes the log line. */
    @Benchmark
    public byte[] event() throws IOException {
        var output = new ByteArrayOutputStream();
        health.handleRequest(new ByteArrayInputStream(EVENT), output, new SilentContext());
        return output.toByteArray();
    }

    @Benchmark
    public Map<String, AttributeValue> readItem() {
        return ItemReader.read(USER, new Errors());
    }

    /** A page of 100 users. */
    @Benchmark
    public byte[] encodePage() throws IOException {
        return Page.read((_, _) -> slice, Map.of(), null, VIEW);
    }

    static void measure(Report report) throws RunnerException {
        var options = new OptionsBuilder().include(Hot.class.getName()).include(MergedPage.class.getName())
                .verbosity(VerboseMode.SILENT).build();
        for (var result : new Runner(options).run()) {
            var primary = result.getPrimaryResult();
            var parameters = result.getParams();
            report.hot(primary.getLabel() + parameters.getParamsKeys().stream()
                    .map(name -> " " + name + "=" + parameters.getParam(name)).collect(Collectors.joining()),
                    primary.getScore(), primary.getScoreError());
        }
    }

    private static final class Users implements Page.View {
        private final ItemWriter writer = new ItemWriter("email");

        @Override
        public byte[] show(Map<String, AttributeValue> item) throws IOException {
            return writer.write(item);
        }

        @Override
        public String cursor(Map<String, AttributeValue> item) {
            return "";
        }
    }
}
