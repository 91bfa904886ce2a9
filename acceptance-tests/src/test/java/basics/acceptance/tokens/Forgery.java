package basics.acceptance.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

import com.nimbusds.jose.util.Base64URL;

/** What can be made of somebody's genuine token without the issuer's key. Each is known by its name in the features. */
public final class Forgery {

    private static final Map<String, UnaryOperator<String>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("that says alg none", token -> unsigned(token, "none"));
        BY_NAME.put("that says alg None", token -> unsigned(token, "None"));
        BY_NAME.put("that says alg nOnE", token -> unsigned(token, "nOnE"));
        BY_NAME.put("that says no alg", token -> part(token, 0, "{\"typ\":\"JWT\"}"));
        BY_NAME.put("whose signature is left out", token -> token.substring(0, token.lastIndexOf('.')));
        BY_NAME.put("whose signature is empty", token -> token.substring(0, token.lastIndexOf('.') + 1));
        BY_NAME.put("whose signature is of zeros", token -> part(token, 2, "\0".repeat(256)));
        BY_NAME.put("whose signature is changed", Forgery::changedSignature);
        BY_NAME.put("of another subject", token -> claims(token, "\"sub\":\"root\""));
        BY_NAME.put("of more scopes",
                token -> claims(token, "\"scope\":\"%s admin\"".formatted(String.join(" ", Tokens.ALL_SCOPES))));
        BY_NAME.put("of a later expiry", token -> claims(token, "\"exp\":4102444800"));
        BY_NAME.put("whose payload is an array", token -> part(token, 1, "[1]"));
        BY_NAME.put("whose payload is cut off", token -> part(token, 1, "{\"sub\":\"acc"));
        BY_NAME.put("whose header is not JSON", token -> part(token, 0, "alg=RS256"));
        BY_NAME.put("of five parts", token -> token + ".a.b");
        BY_NAME.put("of one part", token -> token.substring(0, token.indexOf('.')));
        BY_NAME.put("of dots", token -> "..");
        BY_NAME.put("that is a word", token -> "secret");
        BY_NAME.put("in standard Base64", token -> token.replace('.', '+') + "==");
        BY_NAME.put("in braces", token -> '{' + token + '}');
        BY_NAME.put("with a blank within", token -> token.replaceFirst("\\.", ". "));
        BY_NAME.put("of 9,000 letters", token -> token + "A".repeat(9_000 - token.length()));
        BY_NAME.put("that is sent twice", token -> token + ", Bearer " + token);
    }

    private Forgery() {}

    /** What the name says, made of this token. */
    public static SignIn of(String name, SignIn genuine) {
        var forgery = BY_NAME.get(name);
        if (forgery == null) {
            throw new IllegalArgumentException("No forged token is known as one " + name);
        }
        var token = genuine.authorization().orElseThrow().substring("Bearer ".length());
        return SignIn.bearing(forgery.apply(token));
    }

    private static String unsigned(String token, String algorithm) {
        var header = part(token, 0, "{\"typ\":\"JWT\",\"alg\":\"%s\"}".formatted(algorithm));
        return header.substring(0, header.lastIndexOf('.') + 1);
    }

    /** The first character: the last ones may hold bits that count for nothing. */
    private static String changedSignature(String token) {
        var at = token.lastIndexOf('.') + 1;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    /** With this claim in the place of its own. */
    private static String claims(String token, String claim) {
        var payload = Base64URL.from(parts(token)[1]).decodeToString();
        var name = claim.substring(0, claim.indexOf(':'));
        var own = payload.replaceFirst(name + ":(\"[^\"]*\"|[0-9]+)", Matcher.quoteReplacement(claim));
        return part(token, 1, own);
    }

    private static String part(String token, int number, String text) {
        var parts = Arrays.copyOf(parts(token), 3);
        parts[number] = Base64URL.encode(text.getBytes(UTF_8)).toString();
        return String.join(".", parts);
    }

    private static String[] parts(String token) {
        return token.split("\\.", -1);
    }
}
