package basics.acceptance.target.stack;

import java.net.URI;

/** The forms that the URL of a REST API has. */
public final class ApiUrls {

    private ApiUrls() {}

    /** Without slashes at its end, as paths are put behind it. */
    public static URI base(String url) {
        return URI.create(url.strip().replaceFirst("/+$", ""));
    }

    /**
     * The URL under which an emulator serves an API at its own endpoint: the host name in the stack's output resolves only
     * where the emulator's name server is asked (docs.localstack.cloud, API Gateway, alternative URL format).
     *
     * @param apiUrl
     *            API Gateway's form, {@code https://ID.execute-api.REGION.DOMAIN/STAGE}
     */
    public static URI at(URI endpoint, String apiUrl) {
        var url = base(apiUrl);
        var host = url.getHost();
        if (host == null || !host.contains(".execute-api.") || url.getPath().isEmpty()) {
            throw new IllegalArgumentException("Not the URL of a stage of a REST API: " + apiUrl);
        }
        return URI.create(base(endpoint.toString()) + "/_aws/execute-api/" + host.substring(0, host.indexOf('.'))
                + url.getPath());
    }
}
