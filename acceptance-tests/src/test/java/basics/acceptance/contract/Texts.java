package basics.acceptance.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import basics.acceptance.scenario.Domains;
import basics.acceptance.scenario.Scene;

/**
 * Texts of the contract's features, with what stands in angle brackets written out:
 * <ul>
 * <li>{@code ⟨x×2049⟩}: so many of it
 * <li>{@code ⟨FF⟩}: that byte, in a body
 * <li>{@code ⟨scenario⟩}, {@code ⟨day⟩}, {@code ⟨next day⟩}: the scenario's own
 * <li>{@code ⟨in a day⟩}: for {@code expires_at} of whatever is recorded, as an event can't be deleted
 * <li>{@code ⟨cursor⟩}, {@code ⟨cursor changed⟩} …: what the service gave
 * <li>{@code ⟨101 members⟩}, and what the domains add: {@code ⟨etag⟩}, {@code ⟨mailbox of 64⟩}
 * </ul>
 */
public final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("⟨([^⟩]*)⟩");
    private static final Pattern BYTE = Pattern.compile("[0-9A-F]{2}");
    private static final Pattern REPEATED = Pattern.compile("(.+)×(\\d+)", Pattern.DOTALL);
    private static final Pattern MEMBERS = Pattern.compile("(\\d+) members");

    private final Scene scene;
    private final Domains domains;
    private @Nullable String cursor;

    public Texts(Scene scene, Domains domains) {
        this.scene = scene;
        this.domains = domains;
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
            case "cursor" -> cursor();
            case "cursor without end" -> cursor().substring(0, cursor().length() - 1);
            case "cursor without start" -> cursor().substring(1);
            case "cursor changed" -> changed(cursor().length() / 2);
            case "cursor changed first" -> changed(0);
            case "half cursor" -> cursor().substring(0, cursor().length() / 2);
            default -> other(placeholder);
        };
    }

    private String other(String placeholder) {
        var members = MEMBERS.matcher(placeholder);
        return members.matches()
                ? IntStream.range(0, Integer.parseInt(members.group(1))).mapToObj("\"m%d\": 1"::formatted)
                        .collect(Collectors.joining(", "))
                : domains.text(placeholder).orElseThrow(
                        () -> new IllegalArgumentException("Nothing is known as ⟨" + placeholder + "⟩"));
    }

    private String cursor() {
        return Objects.requireNonNull(cursor, "No cursor has been kept so far");
    }

    private String changed(int at) {
        var letter = cursor().charAt(at);
        return cursor().substring(0, at) + (letter == 'A' ? 'B' : 'A') + cursor().substring(at + 1);
    }
}
