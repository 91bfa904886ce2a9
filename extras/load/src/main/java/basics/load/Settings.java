package basics.load;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The load and its target. A blank setting counts as absent.
 *
 * @param url
 *            the URL of a running service; empty to start the embedded target for this run
 * @param token
 *            the access token for that service
 * @param users
 *            how many at a time, 1 to 1,000
 * @param seconds
 *            how long, 10 to 3,000; a token of an hour must outlive the run
 * @param hot
 *            whether all users record events of one name only
 */
record Settings(Optional<URI> url, Optional<String> token, int users, int seconds, boolean hot) {
    static final int MOST_USERS = 1000;
    static final int LEAST_SECONDS = 10;
    static final int MOST_SECONDS = 3000;
    private static final int USERS = 5;
    private static final int SECONDS = 30;

    /**
     * @param properties
     *            {@code api.url}, {@code api.token}, {@code load.users}, {@code load.seconds}, {@code load.hot} by name
     * @throws IllegalArgumentException
     *            if one is invalid; the message gives the allowed values
     */
    static Settings of(Function<String, @Nullable String> properties) {
        return new Settings(text(properties, "api.url").map(Settings::base), text(properties, "api.token"),
                number(properties, "load.users", USERS, 1, MOST_USERS),
                number(properties, "load.seconds", SECONDS, LEAST_SECONDS, MOST_SECONDS), flag(properties, "load.hot"));
    }

    private static boolean flag(Function<String, @Nullable String> properties, String name) {
        var given = text(properties, name).orElse("false");
        if (!given.matches("true|false")) {
            throw new IllegalArgumentException("-D%s=%s: allowed is -D%1$s, or true or false.".formatted(name, given));
        }
        return given.equals("true");
    }

    private static Optional<String> text(Function<String, @Nullable String> properties, String name) {
        return Optional.ofNullable(properties.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static URI base(String text) {
        var url = URI.create(text.replaceAll("/+$", ""));
        if (url.getHost() == null || url.getScheme() == null || !url.getScheme().matches("https?")) {
            throw new IllegalArgumentException("-Dapi.url=%s is not the http or https URL of an API.".formatted(text));
        }
        return url;
    }

    private static int number(Function<String, @Nullable String> properties, String name, int otherwise, int least,
            int most) {
        var given = text(properties, name);
        var number = given.filter(text -> text.matches("\\d{1,9}")).map(Integer::parseInt);
        if (given.isPresent() && number.filter(value -> value >= least && value <= most).isEmpty()) {
            throw new IllegalArgumentException(
                    "-D%s=%s: allowed is %d to %d.".formatted(name, given.get(), least, most));
        }
        return number.orElse(otherwise);
    }
}
