package basics.embedded.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import basics.embedded.pages.PageData.Document;

/** Serves the pages below {@code /_local/}, and leads a browser that asks for {@code /} there. All else it leaves alone. */
public final class Pages extends Handler.Abstract {
    /** Where the pages are. */
    public static final String ROOT = "/_local/";
    private static final String DATA = ROOT + "api/";
    /** Nothing from elsewhere, nothing inline, and in nobody's frame. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final Map<String, PageData> data;
    private final StaticFiles files;

    /**
     * Serves the pages of one service.
     *
     * @param service
     *            its name
     * @param folders
     *            of pages that are the service's own
     * @param data
     *            what pages show, by the last part of its path
     */
    public Pages(String service, List<Path> folders, Map<String, PageData> data) {
        this.data = Map.copyOf(data);
        this.files = new StaticFiles(service, folders);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
        if (path.equals("/") && wantsPage(request) && Guard.refuse(request).isEmpty()) {
            return redirect(request, response, callback);
        }
        if (!path.startsWith(ROOT) && !path.equals("/_local")) {
            return false;
        }
        protect(response);
        var refusal = Guard.refuse(request)
                .or(() -> path.startsWith(DATA) ? Guard.refuseOtherSites(request) : Optional.empty());
        if (refusal.isPresent()) {
            return refuse(refusal.get(), response, callback);
        }
        return path.equals("/_local")
                ? redirect(request, response, callback)
                : answer(path, request, response, callback);
    }

    private boolean answer(String path, Request request, Response response, Callback callback) {
        if (!path.startsWith(DATA)) {
            return files.find(path.substring(ROOT.length()))
                    .map(file -> write(200, file.type(), file.bytes(), response, callback))
                    .orElseGet(() -> refuse(new Guard.Refusal(404, "There is no such page."), response, callback));
        }
        var asked = data.get(path.substring(DATA.length()));
        if (asked == null) {
            return refuse(new Guard.Refusal(404, "There is no such data."), response, callback);
        }
        try {
            return write(200, asked.read(query(request)), response, callback);
        } catch (IllegalArgumentException wrong) {
            return refuse(new Guard.Refusal(400, String.valueOf(wrong.getMessage())), response, callback);
        }
    }

    private static Map<String, String> query(Request request) {
        var query = new TreeMap<String, String>();
        Request.extractQueryParameters(request)
                .forEach(field -> query.put(field.getName(), field.getValues().getLast()));
        return query;
    }

    /** A browser that somebody sends to an address; what takes anything, as curl does, gets the API's own answer. */
    private static boolean wantsPage(Request request) {
        return request.getHeaders().getValuesList("Accept").stream().anyMatch(types -> types.contains("text/html"));
    }

    private static boolean redirect(Request request, Response response, Callback callback) {
        Response.sendRedirect(request, response, callback, ROOT);
        return true;
    }

    private static boolean refuse(Guard.Refusal refusal, Response response, Callback callback) {
        if (refusal.status() == 405) {
            response.getHeaders().put("Allow", "GET, HEAD");
        }
        return write(refusal.status(), new Document("text/plain", refusal.reason() + "\n"), response, callback);
    }

    private static boolean write(int status, Document document, Response response, Callback callback) {
        return write(status, document.type(), document.text().getBytes(UTF_8), response, callback);
    }

    private static boolean write(int status, String type, byte[] bytes, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", type + (type.startsWith("image/") ? "" : ";charset=utf-8"));
        response.getHeaders().put("Content-Length", bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
        return true;
    }

    private static void protect(Response response) {
        var headers = response.getHeaders();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cache-Control", "no-store");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
    }
}
