package basics.embedded.gateway;

/**
 * The path of a request, percent-encoded. The stage is at its beginning, as behind API Gateway's own host names, or is
 * left out, as behind a custom domain name: both lead to the same API.
 *
 * @param seen
 *            as the client sees it
 * @param inStage
 *            what follows the stage, with one slash at its beginning: API Gateway reads several as one there, and nowhere
 *            else (seen on AWS: LocalStack's snapshot of {@code test_lambda_aws_proxy_integration})
 */
record RequestPath(String seen, String inStage) {

    /**
     * Reads what a client has sent.
     *
     * @param stage
     *            the name of the stage
     */
    static RequestPath of(String sent, String stage) {
        var path = oneSlash(sent);
        var prefix = "/" + stage;
        if (path.equals(prefix)) {
            return new RequestPath(sent, "/");
        }
        return new RequestPath(sent, path.startsWith(prefix + "/") ? oneSlash(path.substring(prefix.length())) : path);
    }

    /** One that is known to leave out the stage. */
    static RequestPath within(String sent) {
        return new RequestPath(sent, oneSlash(sent));
    }

    /** What routes it: a slash at the end changes nothing (seen on AWS: aws/chalice#65, and the snapshot above). */
    String routed() {
        return inStage.length() > 1 && inStage.endsWith("/") ? inStage.substring(0, inStage.length() - 1) : inStage;
    }

    /** Escapes may be broken, which is up to whoever decodes them; bytes that should be escaped are no URL (RFC 3986). */
    boolean isAscii() {
        return seen.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }

    private static String oneSlash(String path) {
        return path.startsWith("/") ? "/" + path.replaceFirst("^/+", "") : path;
    }
}
