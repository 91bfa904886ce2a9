package basics.embedded.issuer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;

/** The client credentials grant (RFC 6749, 4.4) for the one client that there is, which anybody here may be. */
final class TokenEndpoint extends Handler.Abstract {
    static final String CLIENT = "local";
    private static final String SECRET = "local";
    private static final String PATH = "/" + LocalIssuer.ID + "/token";
    /** Of a form, in bytes; no honest one comes near. */
    private static final int LARGEST = 16 * 1024;

    private final TokenSource tokens;
    private final URI issuer;
    private final Supplier<String> audience;

    TokenEndpoint(TokenSource tokens, URI issuer, Supplier<String> audience) {
        this.tokens = tokens;
        this.issuer = issuer;
        this.audience = audience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        if (!PATH.equals(request.getHttpURI().getPath())) {
            return false;
        }
        return switch (request.getMethod()) {
            case "POST" -> {
                issue(request, response, callback);
                yield true;
            }
            case "OPTIONS" -> {
                response.setStatus(HttpStatus.NO_CONTENT_204);
                LoopbackPages.allow(request.getHeaders(), response.getHeaders());
                callback.succeeded();
                yield true;
            }
            default -> false;
        };
    }

    private void issue(Request request, Response response, Callback callback) throws IOException {
        var answer = answer(request);
        response.setStatus(answer.getStatusCode());
        answer.getHeaderMap().forEach((name, values) -> response.getHeaders().put(name, values));
        LoopbackPages.admit(request.getHeaders(), response.getHeaders());
        Content.Sink.write(response, true, Optional.ofNullable(answer.getBody()).orElse(""), callback);
    }

    private HTTPResponse answer(Request request) throws IOException {
        try {
            return token(read(request));
        } catch (ParseException malformed) {
            return refuse(Optional.ofNullable(malformed.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST));
        }
    }

    private HTTPRequest read(Request request) throws IOException, ParseException {
        var form = new HTTPRequest(HTTPRequest.Method.POST, URI.create(issuer + "/token"));
        for (var name : List.of("Authorization", "Content-Type")) {
            form.setHeader(name, request.getHeaders().getValuesList(name).toArray(String[]::new));
        }
        try (var input = Content.Source.asInputStream(request)) {
            var body = input.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new ParseException("Too long", OAuth2Error.INVALID_REQUEST);
            }
            form.setBody(new String(body, StandardCharsets.UTF_8));
        }
        return form;
    }

    private HTTPResponse token(HTTPRequest form) throws ParseException {
        if (!known(form)) {
            return refuse(OAuth2Error.INVALID_CLIENT);
        }
        var parameters = form.getBodyAsFormParameters();
        var grant = parameters.getOrDefault("grant_type", List.of());
        if (!grant.equals(List.of(GrantType.CLIENT_CREDENTIALS.getValue()))) {
            return refuse(grant.size() == 1 ? OAuth2Error.UNSUPPORTED_GRANT_TYPE : OAuth2Error.INVALID_REQUEST);
        }
        var request = TokenRequest.parse(form);
        var scope = Optional.ofNullable(request.getScope()).orElse(new Scope());
        var usual = audience.get();
        var wanted = parameters.getOrDefault("audience", usual.isEmpty() ? List.of() : List.of(usual));
        var token = new BearerAccessToken(tokens.issue(request, scope, issuer, wanted),
                TokenSource.LIFETIME.toSeconds(), scope);
        return new AccessTokenResponse(new Tokens(token, null)).toHTTPResponse();
    }

    private static boolean known(HTTPRequest form) {
        try {
            return ClientAuthentication.parse(form) instanceof PlainClientSecret client
                    && client.getClientID().getValue().equals(CLIENT)
                    && client.getClientSecret().getValue().equals(SECRET);
        } catch (ParseException malformed) {
            return false;
        }
    }

    /** Its code only: the descriptions of the library say nothing that the RFC does not. */
    private static HTTPResponse refuse(ErrorObject error) {
        var answer = new TokenErrorResponse(new ErrorObject(error.getCode(), null, error.getHTTPStatusCode()))
                .toHTTPResponse();
        if (answer.getStatusCode() == HttpStatus.UNAUTHORIZED_401) {
            answer.setHeader("WWW-Authenticate", "Basic realm=\"%s\"".formatted(CLIENT));
        }
        return answer;
    }
}
