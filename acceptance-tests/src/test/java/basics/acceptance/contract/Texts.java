package basics.acceptance.contract;

import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import basics.acceptance.scenario.Urls;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Texts of the contract's features, with what stands in angle brackets written out:
 * <ul>
 * <li>{@code ⟨x×2049⟩}: so many of it
 * <li>{@code ⟨FF⟩}: that byte, in a body
 * <li>{@code ⟨scenario⟩}, {@code ⟨day⟩}, {@code ⟨next day⟩}: the scenario's own
 * <li>{@code ⟨in a day⟩}: for {@code expires_at} of whatever is recorded, as an event can't be deleted
 * <li>{@code ⟨etag⟩}, {@code ⟨cursor⟩}, {@code ⟨cursor changed⟩} …: what the service gave
 * <li>{@code ⟨mailbox of 64⟩}, {@code ⟨filled to 2048⟩}, {@code ⟨101 events⟩}, {@code ⟨101 members⟩}
 * </ul>
 */
public final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("⟨([^⟩]*)⟩");
    private static final Pattern BYTE = Pattern.compile("[0-9A-F]{2}");
    private static final Pattern REPEATED = Pattern.compile("(.+)×(\\d+)", Pattern.DOTALL);
    private static final Pattern COUNTED = Pattern.compile("(?:(.+) )?(\\d+)(?: (.+))?");

    private final Scene scene;
    private @Nullable String cursor;

    public Texts(Scene scene) {
        this.scene = scene;
    }

    void keepCursor(String given) {
        cursor = given;
    }

    String text(String template) {
        return new String(bytes(template), StandardCharsets.UTF_8);
    }

    byte[] bytes(String template) {
        var own = scene.names().own(template);
        var bytes = new ByteArrayOutputStream();
        var matcher = PLACEHOLDER.matcher(own);
        var end = 0;
        while (matcher.find()) {
            bytes.writeBytes(own.substring(end, matcher.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(written(matcher.group(1)));
            end = matcher.end();
        }
        bytes.writeBytes(own.substring(end).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private byte[] written(String placeholder) {
        if (BYTE.matcher(placeholder).matches()) {
            return new byte[]{(byte) Integer.parseInt(placeholder, 16)};
        }
        var repeated = REPEATED.matcher(placeholder);
        var text = repeated.matches()
                ? repeated.group(1).repeat(Integer.parseInt(repeated.group(2)))
                : word(placeholder);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String word(String placeholder) {
        return switch (placeholder) {
            case "scenario" -> scene.names().scenario();
            case "day" -> scene.names().day().toString();
            case "next day" -> scene.names().day().plusDays(1).toString();
            case "in a day" -> Long.toString(scene.names().expiresAt());
            case "etag" -> etag();
            case "cursor" -> cursor();
            case "cursor without end" -> cursor().substring(0, cursor().length() - 1);
            case "cursor without start" -> cursor().substring(1);
            case "cursor changed" -> changed(cursor().length() / 2);
            case "cursor changed first" -> changed(0);
            case "half cursor" -> cursor().substring(0, cursor().length() / 2);
            default -> counted(placeholder);
        };
    }

    private String counted(String placeholder) {
        var matcher = COUNTED.matcher(placeholder);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Nothing is known as ⟨" + placeholder + "⟩");
        }
        var count = Integer.parseInt(matcher.group(2));
        return switch (placeholder.replace(matcher.group(2), "").strip()) {
            case "mailbox of" -> filled("m" + scene.names().scenario(), count);
            case "filled to" -> "x".repeat(count - ("clicked-" + scene.names().scenario()).length());
            case "events" -> joined(count, "{\"event\": \"" + scene.names().event("clicked") + "\"}");
            case "members" -> IntStream.range(0, count).mapToObj("\"m%d\": 1"::formatted)
                    .collect(Collectors.joining(", "));
            default -> throw new IllegalArgumentException("Nothing is known as ⟨" + placeholder + "⟩");
        };
    }

    private static String filled(String text, int length) {
        return text + "x".repeat(length - text.length());
    }

    private static String joined(int count, String text) {
        return IntStream.range(0, count).mapToObj(number -> text).collect(Collectors.joining(", "));
    }

    /** The entity tag of this scenario's user. */
    private String etag() {
        var email = scene.known().users().keySet().iterator().next();
        return scene.api().prepare(Request.get(Urls.user(email))).response().etag();
    }

    private String cursor() {
        return Objects.requireNonNull(cursor, "No cursor has been kept so far");
    }

    private String changed(int at) {
        var letter = cursor().charAt(at);
        return cursor().substring(0, at) + (letter == 'A' ? 'B' : 'A') + cursor().substring(at + 1);
    }
}
