package basics.dynamodb;

import java.util.List;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads and compares attribute values. */
public final class Values {
    private Values() {}

    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    /** A text attribute's value; empty when the item lacks it. */
    public static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    /** Whether two values are equal. Numbers compare by value, as DynamoDB returns 1.0 as 1. */
    public static boolean same(AttributeValue a, AttributeValue b) {
        if (a.n() != null && b.n() != null) {
            return Numbers.same(a.n(), b.n());
        }
        if (a.hasM() && b.hasM()) {
            return same(a.m(), b.m());
        }
        return (a.hasL() && b.hasL()) ? same(a.l(), b.l()) : a.equals(b);
    }

    public static boolean same(Map<String, AttributeValue> a, Map<String, AttributeValue> b) {
        return a.size() == b.size() && a.entrySet().stream().allMatch(entry -> {
            var other = b.get(entry.getKey());
            return other != null && same(entry.getValue(), other);
        });
    }

    private static boolean same(List<AttributeValue> a, List<AttributeValue> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (var i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
