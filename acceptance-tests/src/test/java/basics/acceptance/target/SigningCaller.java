package basics.acceptance.target;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;

/** Whoever AWS credentials belong to: what an API with IAM access asks for (Signature Version 4). */
record SigningCaller(AwsCredentialsProvider identity, Region region) implements Caller {

    private static final String SERVICE = "execute-api";
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    @Override
    public Map<String, String> credentials(String method, URI url, Map<String, String> headers, byte[] body) {
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(url);
        headers.forEach(request::putHeader);
        var signed = SIGNER.sign(sign -> sign.identity(identity.resolveCredentials()).request(request.build())
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())).request();
        var added = new TreeMap<String, String>();
        signed.forEachHeader((name, values) -> {
            // The HTTP client itself sends the host, as it was signed.
            if (!headers.containsKey(name) && !name.equalsIgnoreCase("Host")) {
                added.put(name, String.join(",", values));
            }
        });
        return added;
    }
}
