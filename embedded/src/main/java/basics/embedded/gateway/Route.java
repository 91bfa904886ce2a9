package basics.embedded.gateway;

import java.util.List;

/**
 * A method of the API.
 *
 * @param method
 *            in upper case, or {@code ANY}
 * @param path
 *            the resource path such as {@code /things/{id}}
 */
record Route(String method, String path, String resourceId, Integration integration) {
    List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }
}
