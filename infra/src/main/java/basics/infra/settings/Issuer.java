package basics.infra.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose tokens an environment takes, from its settings.
 *
 * @param url
 *            the exact {@code iss} of its tokens
 * @param jwksUri
 *            where its public keys are (RFC 7517)
 * @param audience
 *            what its tokens have in {@code aud}: this API
 */
public record Issuer(String url, String jwksUri, String audience) {

    private static final String URL = "issuer";
    private static final String JWKS_URI = "jwksUri";
    private static final String AUDIENCE = "audience";
    private static final Pattern SECURE = Pattern.compile("https://[^\\s?#]+");
    /** Plain HTTP is for an issuer on this machine: elsewhere anybody could replace the keys on the way. */
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
