package basics.embedded.gateway;

import java.util.List;
import java.util.Optional;

import basics.embedded.authorizer.Authorizer;

/**
 * A method of the API.
 *
 * @param method
 *            in upper case, or {@code ANY}
 * @param path
 *            the resource path such as {@code /things/{id}}
 * @param operationName
 *            the operation's id in the document; empty when it has none
 * @param authorizer
 *            whom to ask first; empty when it is open to all
 */
record Route(String method, String path, String resourceId, String operationName,
        Optional<Authorizer> authorizer, Integration integration) {
    List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }
}
