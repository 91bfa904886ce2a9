package com.amazonaws.services.lambda.runtime.api.client.runtimeapi;

import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for the class of this name of Lambda's runtime client, which has native code for Linux only: the calls of the
 * Lambda Runtime API that it makes, over the JDK's URL connections. Everything else of the client stays.
 */
final class NativeClient {
    private static String invocation = "";

    private NativeClient() {}

    static void init(String runtimeApi) {
        invocation = "http://" + runtimeApi + "/2018-06-01/runtime/invocation/";
    }

    /** Waits for the next invocation, as long as it takes. */
    static InvocationRequest next() {
        try {
            var connection = open("next");
            check(connection);
            var request = new InvocationRequest();
            request.setId(connection.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
            request.setXrayTraceId(connection.getHeaderField("Lambda-Runtime-Trace-Id"));
            request.setInvokedFunctionArn(connection.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"));
            request.setDeadlineTimeInMs(connection.getHeaderFieldLong("Lambda-Runtime-Deadline-Ms", 0));
            request.setClientContext(connection.getHeaderField("Lambda-Runtime-Client-Context"));
            request.setCognitoIdentity(connection.getHeaderField("Lambda-Runtime-Cognito-Identity"));
            request.setTenantId(connection.getHeaderField("Lambda-Runtime-Aws-Tenant-Id"));
            try (var content = connection.getInputStream()) {
                request.setContent(content.readAllBytes());
            }
            return request;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void postInvocationResponse(byte[] requestId, byte[] response) {
        try {
            var connection = open(new String(requestId, StandardCharsets.UTF_8) + "/response");
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(response.length);
            try (var body = connection.getOutputStream()) {
                body.write(response);
            }
            check(connection);
            // Read to its end, a connection is used again.
            try (var answer = connection.getInputStream()) {
                answer.readAllBytes();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HttpURLConnection open(String call) throws IOException {
        return (HttpURLConnection) URI.create(invocation + call).toURL().openConnection(Proxy.NO_PROXY);
    }

    private static void check(HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        if (status / 100 != 2) {
            throw new LambdaRuntimeClientException(connection.getURL().toString(), status);
        }
    }
}
