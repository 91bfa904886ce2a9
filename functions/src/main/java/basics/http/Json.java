package basics.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/** The one JSON factory: streaming only, and with limits of our own choice on what it reads. */
public final class Json {
    /** An invocation is 6 MB at most (Lambda quotas), so no string in it is longer. */
    private static final int LONGEST_STRING = 8 << 20;
    /** DynamoDB nests 32 levels; a few more for what is around an item, and for the proxy event. */
    public static final int DEEPEST = 100;
    /** Longer than any way to write a number that DynamoDB can hold (38 digits, exponents to 130) without padding. */
    public static final int LONGEST_NUMBER = 1000;

    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    // The reader of a body refuses long ones itself, to say where they are.
                    .maxNameLength(LONGEST_STRING)
                    .build())
            // Names come from outside. A table of them, kept from one request to the next, can be filled with names of
            // one hash: the parser then gives up, and has been seen to fail for the requests that follow.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // As it came: without this, an emoji takes twelve bytes of escapes in place of four of UTF-8.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Json() {}
}
