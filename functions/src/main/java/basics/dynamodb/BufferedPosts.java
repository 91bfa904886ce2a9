package basics.dynamodb;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Lets the JDK buffer what is posted, by not telling it the length beforehand. A connection that is used again for a
 * body that is streamed is first read from for a millisecond, to see whether it still stands: most of the time that
 * a warm call takes. One whose body is buffered is used at once, and the JDK itself sends it again on a new connection
 * if that fails ({@code sun.net.www.http.HttpClient}).
 */
final class BufferedPosts implements SdkHttpClient {
    private final SdkHttpClient client;

    BufferedPosts(SdkHttpClient client) {
        this.client = client;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        // The JDK sends the same length, so that the signature, which is made by now, holds.
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
