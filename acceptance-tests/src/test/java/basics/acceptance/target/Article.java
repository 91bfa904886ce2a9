package basics.acceptance.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import basics.embedded.dynamodb.OwnersAccess;

/** The article's functions on a table, in a Python process that is told line by line which one to call. */
final class Article implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCRIPT = "src/test/python/article.py";

    private final Process python;
    private final PrintStream calls;
    private final BufferedReader results;

    private Article(Process python) {
        this.python = python;
        this.calls = new PrintStream(python.getOutputStream(), true, StandardCharsets.UTF_8);
        this.results = python.inputReader(StandardCharsets.UTF_8);
    }

    /** Whether there are Python and boto3. */
    static boolean runsHere() {
        try {
            return new ProcessBuilder("python3", "-c", "import boto3").start().onExit().join().exitValue() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    /**
     * On the table whose name has this word in it.
     *
     * @param access
     *            who calls
     */
    static Article on(OwnersAccess access, String word) throws IOException {
        var python = new ProcessBuilder("python3", SCRIPT, word).redirectError(ProcessBuilder.Redirect.INHERIT);
        var variables = python.environment();
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", access.endpoint().toString());
        variables.put("AWS_ACCESS_KEY_ID", access.key().id());
        variables.put("AWS_SECRET_ACCESS_KEY", access.key().secret());
        variables.put("AWS_DEFAULT_REGION", access.region());
        variables.remove("AWS_SESSION_TOKEN");
        variables.remove("AWS_PROFILE");
        return new Article(python.start());
    }

    /** What a function gives. */
    JsonNode call(String function, String... arguments) throws IOException {
        calls.println(function + ' ' + String.join(" ", arguments));
        var result = results.readLine();
        if (result == null) {
            throw new IllegalStateException(function + " fails: the traceback is on the console.");
        }
        return json(result);
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    @Override
    public void close() {
        calls.close();
        python.onExit().join();
    }
}
