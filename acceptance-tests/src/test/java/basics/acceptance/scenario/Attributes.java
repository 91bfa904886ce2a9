package basics.acceptance.scenario;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import basics.acceptance.api.Json;

/**
 * Attributes as a product owner writes them: {@code yes}, {@code nothing}, {@code 85}, {@code [COBOL, SQL]}, and
 * {@code address.zip} for a part of an attribute.
 */
public final class Attributes {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

    private Attributes() {}

    public static ObjectNode of(Map<String, String> table) {
        var object = Json.object();
        table.forEach((path, text) -> put(object, path, value(text)));
        return object;
    }

    /** Sets a part, with the objects around it. */
    public static void put(ObjectNode object, String path, JsonNode value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            object.set(path, value);
        } else {
            var outer = path.substring(0, dot);
            put(object.get(outer) instanceof ObjectNode inner ? inner : object.putObject(outer),
                    path.substring(dot + 1), value);
        }
    }

    /** The part that a path leads to. */
    public static JsonNode part(JsonNode object, String path) {
        return object.at('/' + path.replace('.', '/'));
    }

    public static JsonNode value(String text) {
        if (text.startsWith("[")) {
            var array = (ArrayNode) Json.parse("[]");
            for (var element : text.substring(1, text.length() - 1).split(",", -1)) {
                array.add(value(element.strip()));
            }
            return array;
        }
        return switch (text) {
            case "yes" -> BooleanNode.TRUE;
            case "no" -> BooleanNode.FALSE;
            case "nothing" -> NullNode.getInstance();
            default -> NUMBER.matcher(text).matches() ? number(text) : TextNode.valueOf(text);
        };
    }

    private static JsonNode number(String text) {
        return text.contains(".")
                ? DecimalNode.valueOf(new BigDecimal(text))
                : BigIntegerNode.valueOf(new BigInteger(text));
    }
}
