package basics.authorization;

import java.security.NoSuchAlgorithmException;
import java.util.Collections;

import javax.net.ssl.SSLContext;

/**
 * The TLS sessions of connections to the issuer. In a SnapStart snapshot they would be stored secrets, and every
 * environment restored from it would use the same session.
 */
final class TlsSessions {
    private TlsSessions() {}

    static void forget() {
        try {
            var sessions = SSLContext.getDefault().getClientSessionContext();
            for (var id : Collections.list(sessions.getIds())) {
                var session = sessions.getSession(id);
                if (session != null) {
                    session.invalidate();
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
