package basics.dynamodb;

import java.util.function.Supplier;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

import basics.http.Priming;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Keeps connections, TLS sessions and credentials out of a SnapStart snapshot, since none of them may be used after a
 * restore. Before the snapshot it makes a new HTTP client, which has its trusted certificates but no session. After a
 * restore it makes new credentials when they are first needed.
 */
final class Snapshot implements Resource {
    private final Supplier<SdkHttpClient> newHttp;
    private final Supplier<AwsCredentialsProvider> newCredentials;
    private volatile SdkHttpClient http;
    private volatile AwsCredentialsProvider credentials;

    private Snapshot(Supplier<SdkHttpClient> newHttp, Supplier<AwsCredentialsProvider> newCredentials) {
        this.newHttp = newHttp;
        this.newCredentials = newCredentials;
        http = newHttp.get();
        credentials = newCredentials.get();
    }

    static Snapshot register(Supplier<SdkHttpClient> newHttp, Supplier<AwsCredentialsProvider> newCredentials) {
        var snapshot = new Snapshot(newHttp, newCredentials);
        Core.getGlobalContext().register(snapshot);
        return snapshot;
    }

    /**
     * The current credentials. They hold a reference to this object, which the context of the hooks holds only weakly.
     */
    AwsCredentialsProvider credentials() {
        return () -> credentials.resolveCredentials();
    }

    SdkHttpClient http() {
        return new Http();
    }

    /** Runs after the handler's {@link Priming}, because hooks run in reverse order of registration. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        http.close();
        http = newHttp.get();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        credentials = newCredentials.get();
    }

    private final class Http implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            if (!Priming.isRunning()) {
                return http.prepareRequest(request);
            }
            // The JDK doesn't keep a connection whose request has this header. The signature doesn't cover it.
            return http.prepareRequest(HttpExecuteRequest.builder()
                    .request(request.httpRequest().toBuilder().putHeader("Connection", "close").build())
                    .contentStreamProvider(request.contentStreamProvider().orElse(null))
                    .build());
        }

        @Override
        public String clientName() {
            return http.clientName();
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
