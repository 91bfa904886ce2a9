package basics.dynamodb;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Makes the JDK buffer request bodies by not telling it their length. Before streaming a body on a reused connection,
 * the JDK reads from that connection for a millisecond to see whether it is still open. That is most of the time of a
 * warm call. With a buffered body the JDK sends at once, and sends again on a new connection if that fails
 * ({@code sun.net.www.http.HttpClient}).
 */
final class BufferedPosts implements SdkHttpClient {
    private final SdkHttpClient client;

    BufferedPosts(SdkHttpClient client) {
        this.client = client;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        // The request is signed already. The JDK sends the same length, so the signature stays valid.
        return client.prepareRequest(HttpExecuteRequest.builder()
                .request(request.httpRequest().toBuilder().removeHeader("Content-Length").build())
                .contentStreamProvider(request.contentStreamProvider().orElse(null))
                .build());
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }
}
