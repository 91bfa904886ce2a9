package basics.infra.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose tokens an environment takes, from its settings.
 *
 * @param url
 *            what the tokens have as {@code iss}, to the letter
 * @param jwksUri
 *            where its public keys are (RFC 7517)
 * @param audience
 *            what the tokens have among their {@code aud}: this API
 */
public record Issuer(String url, String jwksUri, String audience) {

    private static final String URL = "issuer";
    private static final String JWKS_URI = "jwksUri";
    private static final String AUDIENCE = "audience";
    private static final Pattern SECURE = Pattern.compile("https://[^\\s?#]+");
    /** Keys fetched in clear could be anybody's: only where the issuer is on this machine, as its clients are. */
    private static final Pattern LOCAL = Pattern.compile("https?://[^\\s?#]+");

    /** None when there is none of the three settings: the environment gets an issuer of its own. */
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
