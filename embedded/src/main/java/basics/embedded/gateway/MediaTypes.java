package basics.embedded.gateway;

import java.util.List;
import java.util.Locale;

/** The API's binary media types (API Gateway Developer Guide, "Binary media types for REST APIs"). */
record MediaTypes(List<String> binary) {
    /** The first media type of a header, without parameters, in lower case; empty when there is none. */
    static String name(String header) {
        return header.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean isBinary(String mediaType) {
        var type = name(mediaType);
        return binary.stream().anyMatch(one -> one.equals("*/*") || one.equalsIgnoreCase(type)
                || (one.endsWith("/*") && type.startsWith(one.substring(0, one.length() - 1))));
    }
}
