package basics.embedded.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;
import basics.embedded.platform.TokenBucket;
import basics.embedded.template.Properties;

/**
 * The rate limits of a stage, from the settings of its methods (CloudFormation, "AWS::ApiGateway::Stage MethodSetting").
 * Each method counts for itself, also under a setting for all methods. An account's own limits are not known here.
 */
final class Throttling {
    private static final Set<String> WITHOUT_EFFECT = Set.of("DataTraceEnabled", "LoggingLevel", "MetricsEnabled");
    private static final String ANY = "*";
    private static final String EVERY_PATH = "/*";

    private final Map<String, TokenBucket> buckets = new HashMap<>();

    /**
     * Reads the settings.
     *
     * @throws StartException
     *             when one is of no method of the API, or asks for what can't be honoured
     */
    Throttling(JsonNode settings, List<Route> routes) {
        // The setting for all comes first, so that those of single methods replace it.
        settings.valueStream().filter(Throttling::isOfAll).forEach(setting -> read(setting, routes));
        settings.valueStream().filter(setting -> !isOfAll(setting)).forEach(setting -> read(setting,
                routes.stream().filter(route -> isOf(setting, route)).toList()));
    }

    boolean admits(Route route) {
        var bucket = buckets.get(name(route));
        return bucket == null || bucket.take();
    }

    private void read(JsonNode setting, List<Route> routes) {
        var name = "the stage's setting for %s %s".formatted(setting.path("HttpMethod").asText(),
                setting.path("ResourcePath").asText());
        Properties.check(name, setting,
                Set.of("HttpMethod", "ResourcePath", "ThrottlingRateLimit", "ThrottlingBurstLimit"), WITHOUT_EFFECT);
        if (routes.isEmpty()) {
            throw new StartException("There is no method for %s.".formatted(name));
        }
        var rate = setting.path("ThrottlingRateLimit");
        var burst = setting.path("ThrottlingBurstLimit");
        if (rate.isMissingNode() != burst.isMissingNode()) {
            throw new StartException("%s gives one of rate and burst: both are needed.".formatted(name));
        }
        if (!rate.isMissingNode()) {
            routes.forEach(route -> buckets.put(name(route), TokenBucket.of(rate.asDouble(), burst.asInt())));
        }
    }

    private static boolean isOfAll(JsonNode setting) {
        return setting.path("HttpMethod").asText().equals(ANY)
                && setting.path("ResourcePath").asText().equals(EVERY_PATH);
    }

    /** A slash within the path is written {@code ~1}. */
    private static boolean isOf(JsonNode setting, Route route) {
        var method = setting.path("HttpMethod").asText();
        var path = setting.path("ResourcePath").asText();
        return (method.equals(ANY) || method.equals(route.method()))
                && (path.equals(EVERY_PATH) || path.equals("/" + route.path().replace("/", "~1"))
                        || (path.equals("/") && route.path().equals("/")));
    }

    static String name(Route route) {
        return route.method() + " " + route.path();
    }
}
