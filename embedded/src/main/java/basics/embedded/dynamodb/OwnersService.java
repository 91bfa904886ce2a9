package basics.embedded.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Another service of AWS than DynamoDB, for the owner of this machine alone: it has the address and the key of the tables.
 * Requests and answers are JSON (AWS JSON 1.0 protocol).
 */
public interface OwnersService {
    /** What answers a request. */
    record Answer(int status, JsonNode body) {}

    /**
     * Answers a request.
     *
     * @param action
     *            such as {@code ReceiveMessage}
     */
    Answer answer(String action, JsonNode request) throws InterruptedException;
}
