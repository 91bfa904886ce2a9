package basics.embedded.dynamodb;

import java.net.URI;

/**
 * What the owner's own tools need to see the tables, and to read the queues, on this machine only; they may do everything
 * with the key.
 */
public record OwnersAccess(URI endpoint, String region, AccessKey key) {
    /** With <code>${dynamodb}</code>, <code>${region}</code>, <code>${key}</code> and <code>${secret}</code> filled in. */
    public String in(String text) {
        return text.replace("${dynamodb}", endpoint.toString()).replace("${region}", region)
                .replace("${key}", key.id()).replace("${secret}", key.secret());
    }
}
