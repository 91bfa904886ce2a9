package basics.http;

import org.jspecify.annotations.Nullable;

/**
 * A fault of one value of a request.
 *
 * @param pointer a JSON pointer (RFC 6901) into the body, or null
 * @param parameter the name of a parameter or header, or null
 */
record InputError(@Nullable String pointer, @Nullable String parameter, String detail) {}
