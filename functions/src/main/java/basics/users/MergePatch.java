package basics.users;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** JSON merge patch (RFC 7396) on attribute values. */
final class MergePatch {
    private MergePatch() {}

    /** The patched target; null means that the target doesn't exist. */
    static AttributeValue apply(@Nullable AttributeValue target, AttributeValue patch) {
        if (!patch.hasM()) {
            return patch;
        }
        Map<String, AttributeValue> merged = target != null && target.hasM()
                ? new LinkedHashMap<>(target.m())
                : new LinkedHashMap<>();
        patch.m().forEach((name, value) -> {
            if (isNull(value)) {
                merged.remove(name);
            } else {
                merged.put(name, apply(merged.get(name), value));
            }
        });
        return AttributeValue.fromM(merged);
    }

    static boolean isNull(AttributeValue value) {
        return value.type() == AttributeValue.Type.NUL;
    }
}
