package basics.embedded.gateway;

import java.util.List;
import java.util.Locale;

/** The API's binary media types (API Gateway Developer Guide, "Binary media types for REST APIs"). */
record MediaTypes(List<String> binary) {
    boolean isBinary(String mediaType) {
        var type = mediaType.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return binary.stream().anyMatch(one -> one.equals("*/*") || one.equalsIgnoreCase(type)
                || (one.endsWith("/*") && type.startsWith(one.substring(0, one.length() - 1))));
    }
}
