package basics.embedded.lambda;

import java.util.HexFormat;

/** A trace header for an invocation that is not sampled (X-Ray Developer Guide, "Tracing header"). */
final class TraceId {
    private TraceId() {}

    static String of(Invocation invocation) {
        var seconds = HexFormat.of().toHexDigits((int) invocation.deadline().getEpochSecond());
        var id = invocation.requestId().replace("-", "");
        return "Root=1-%s-%s;Parent=%s;Sampled=0".formatted(seconds, id.substring(0, 24), id.substring(0, 16));
    }
}
