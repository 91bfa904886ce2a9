package basics.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/** The only JSON factory, for streaming, with limits on its input. */
public final class Json {
    /** In characters. An invocation has 6 MB at most (Lambda quotas), so no string in it is longer. */
    private static final int LONGEST_STRING = 8 << 20;
    /** DynamoDB allows 32 levels. The proxy event and the body around an item add a few. */
    public static final int DEEPEST = 100;
    /**
     * In characters. A number that DynamoDB can hold (38 digits, exponents to 130) is shorter in any notation without
     * padding.
     */
    public static final int LONGEST_NUMBER = 1000;

    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    // ItemReader refuses long numbers itself, so that the error has a pointer.
                    .maxNameLength(LONGEST_STRING)
                    .build())
            // Clients choose the names. A table of names that outlives a request could be filled with names of one
            // hash. The parser then gives up, and was seen to fail the requests that followed.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // Without this, an emoji is written as twelve bytes of escapes instead of four bytes of UTF-8.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Json() {}
}
