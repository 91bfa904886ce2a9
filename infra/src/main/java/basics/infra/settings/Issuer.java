package basics.infra.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The issuer whose tokens an environment accepts, from its settings.
 *
 * @param url
 *            the exact value of {@code iss} in its tokens
 * @param jwksUri
 *            the URL of its public keys (RFC 7517)
 * @param audience
 *            the value of {@code aud} in tokens for this API
 */
public record Issuer(String url, String jwksUri, String audience) {

    private static final String URL = "issuer";
    private static final String JWKS_URI = "jwksUri";
    private static final String AUDIENCE = "audience";
    private static final Pattern SECURE = Pattern.compile("https://[^\\s?#]+");
    /**
     * Plain HTTP is for an issuer on a developer's machine. Elsewhere, an attacker could replace the keys in transit.
     */
    private static final Pattern LOCAL = Pattern.compile("https?://[^\\s?#]+");

    /** Empty without any of the three settings: the environment then gets its own issuer. */
    static Optional<Issuer> of(Settings settings, boolean local) {
        if (!settings.has(URL) && !settings.has(JWKS_URI) && !settings.has(AUDIENCE) && !local) {
            return Optional.empty();
        }
        return Optional.of(new Issuer(address(settings, URL, local), address(settings, JWKS_URI, local),
                settings.optionalText(AUDIENCE).filter(audience -> !audience.isBlank())
                        .orElseThrow(
                                () -> settings.refusal(AUDIENCE, "the audience that the issuer's tokens are for"))));
    }

    private static String address(Settings settings, String setting, boolean local) {
        return settings.optionalText(setting)
                .filter(address -> (local ? LOCAL : SECURE).matcher(address).matches())
                .orElseThrow(() -> settings.refusal(setting, "an https URL; issuer, jwksUri and audience go together"));
    }
}
