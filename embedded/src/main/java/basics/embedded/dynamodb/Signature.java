package basics.embedded.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.jetty.server.Request;

/**
 * A request's signature, version 4 (IAM User Guide, "Create a signed AWS API request"), in its {@code Authorization}
 * header. Any region and any date will do: who could repeat what was sent over loopback could do worse.
 *
 * @param scope
 *            date, region, service, and {@code aws4_request}
 * @param headers
 *            which are signed, in lower case
 */
record Signature(String keyId, List<String> scope, List<String> headers, String hex) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Pattern AUTHORIZATION = Pattern.compile(ALGORITHM
            + "\\s+Credential=([^/,\\s]+)/(\\d{8}/[^/,\\s]+/[^/,\\s]+/aws4_request)\\s*,\\s*SignedHeaders=([^,\\s]+)\\s*,\\s*Signature=(\\w+)");

    /** Empty when there is none. */
    static Optional<Signature> of(Request request) {
        var parts = AUTHORIZATION.matcher(header(request, "Authorization"));
        return parts.matches()
                ? Optional.of(new Signature(parts.group(1), List.of(parts.group(2).split("/", -1)),
                        List.of(parts.group(3).split(";", -1)), parts.group(4)))
                : Optional.empty();
    }

    /**
     * Whether the request names the session that the key is of. With a key of no session any will do: dynamodb-admin sends
     * {@code token} rather than none.
     */
    boolean hasTokenOf(AccessKey key, Request request) {
        return key.sessionToken().isEmpty() || same(key.sessionToken(), header(request, "X-Amz-Security-Token"));
    }

    /** Whether whoever knows the key's secret has signed the request. */
    boolean isBy(AccessKey key, Request request, ByteBuffer body) {
        var signing = ("AWS4" + key.secret()).getBytes(UTF_8);
        for (var part : scope) {
            signing = hmac(signing, part);
        }
        var signed = String.join("\n", ALGORITHM, header(request, "X-Amz-Date"), String.join("/", scope),
                sha256(ByteBuffer.wrap(canonical(request, body).getBytes(UTF_8))));
        return same(HexFormat.of().formatHex(hmac(signing, signed)), hex);
    }

    /** DynamoDB's requests have no query. */
    private String canonical(Request request, ByteBuffer body) {
        return String.join("\n", request.getMethod(), request.getHttpURI().getPath(),
                Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
                headers.stream().map(name -> name + ':' + header(request, name) + '\n').collect(Collectors.joining()),
                String.join(";", headers), sha256(body.slice()));
    }

    private static String header(Request request, String name) {
        return request.getHeaders().getValuesList(name).stream().map(value -> value.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    /** In a time that tells nothing of how much of it is right. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    private static String sha256(ByteBuffer bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
