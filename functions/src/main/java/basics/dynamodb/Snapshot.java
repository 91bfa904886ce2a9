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
 * What a client has that must neither stay in a snapshot nor be used after one: connections, TLS sessions and
 * credentials. It makes them again: an HTTP client before the snapshot, with the certificates that it trusts but no
 * session, and credentials when they are first needed after a restore.
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

    /** The credentials of the time. Whoever holds them holds this, which the context of hooks doesn't. */
    AwsCredentialsProvider credentials() {
        return () -> credentials.resolveCredentials();
    }

    SdkHttpClient http() {
        return new Http();
    }

    /** Runs after the handler's {@link Priming}: hooks run in the reverse order of their registration. */
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
            // The JDK keeps no connection that was asked to be closed. No signature is over this header.
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
