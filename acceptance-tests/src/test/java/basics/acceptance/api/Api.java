package basics.acceptance.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.awaitility.Awaitility;

import basics.acceptance.tokens.Tokens;

/**
 * The one way to the API: sends, holds every answer against the contract, and remembers. Waits where the service promises
 * no more than "within a moment".
 */
public final class Api {

    /** API Gateway's name of the request, which the functions' logs and the problems quote. */
    public static final String REQUEST_ID = "x-amzn-RequestId";
    private static final int CREATED = 201;
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** How many requests one scenario has on the way at a time when it only wants many things done. */
    private static final int AT_A_TIME = 4;

    private final Run run = Run.current();
    private final FaultOrder faults;
    private final boolean shows;
    private final RateLimit rateLimit = new RateLimit(Duration.ofSeconds(1));
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Set<String> answers = new ConcurrentSkipListSet<>();
    private final List<Consumer<Exchange>> observers = new ArrayList<>();

    public Api(FaultOrder faults) {
        this(faults, true);
    }

    private Api(FaultOrder faults, boolean shows) {
        this.faults = faults;
        this.shows = shows;
    }

    /** For what no scenario tells: its answers are not taken for shown. */
    public static Api aside(FaultOrder faults) {
        return new Api(faults, false);
    }

    /** Tells somebody of every exchange, before the caller sees it. */
    public void observedBy(Consumer<Exchange> observer) {
        observers.add(observer);
    }

    /**
     * Sends, and holds the answer against the contract.
     *
     * @throws AssertionError
     *             if the answer is not as the contract says
     */
    public Exchange send(Request request) {
        // A rate limit that a scenario has ordered is there to be seen.
        return request.headers().containsKey(FaultOrder.HEADER)
                ? exchanged(request, answer(request))
                : sendPatiently(request);
    }

    /** As {@link #send}, coming back when told to wait, whoever set the rate limit. */
    public Exchange sendPatiently(Request request) {
        return exchanged(request, rateLimit.heeded(() -> answer(request)));
    }

    private Exchange exchanged(Request request, Response response) {
        var exchange = new Exchange(request, response);
        exchanges.add(exchange);
        observers.forEach(observer -> observer.accept(exchange));
        if (shows) {
            run.answered(exchange).ifPresent(answers::add);
        }
        return exchange;
    }

    /** Sends something that only prepares the ground or looks at it, and must succeed: nothing is ordered to go wrong. */
    public Exchange prepare(Request request) {
        var exchange = sendPatiently(faults.spared(request));
        if (!exchange.response().succeeded()) {
            throw new AssertionError("This was to succeed.\n" + exchange.told());
        }
        return exchange;
    }

    /** Sends all at the same moment; the answers are in the order of the requests. */
    public List<Exchange> sendTogether(List<Request> requests) {
        return inParallel(requests, requests.size(), this::send);
    }

    /** Prepares many things, a few at a time. */
    public List<Exchange> prepareAll(List<Request> requests) {
        return inParallel(requests, AT_A_TIME, this::prepare);
    }

    /**
     * Asks again until the answer is as it should be in the end; fails after the time that one request may take, as the
     * first one may find a function that has to start.
     */
    public <T> T eventually(String what, Callable<T> question, Predicate<? super T> inTheEnd) {
        return eventually(what, run.target().timeout(), PAUSE, question, inTheEnd);
    }

    /** As {@link #eventually(String, Callable, Predicate)}, for what takes longer by its nature. */
    public <T> T eventually(String what, Duration patience, Duration pause, Callable<T> question,
            Predicate<? super T> inTheEnd) {
        return Awaitility.await(what).atMost(patience).pollInterval(pause).pollDelay(Duration.ZERO).until(question,
                inTheEnd);
    }

    /** The path, as it is sent, behind a reference that an answer has given (RFC 3986, 5.2). */
    public String pathTo(String reference) {
        var base = run.target().apiUrl();
        var url = base.resolve(reference).toString();
        if (!url.startsWith(base + "/")) {
            throw new AssertionError("%s leads to %s, out of the API at %s".formatted(reference, url, base));
        }
        return url.substring(base.toString().length());
    }

    /** The answer that says what the scenario made first, whatever it asked before. */
    public Response created() {
        return exchanges.stream().map(Exchange::response).filter(response -> response.status() == CREATED).findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing has been made in this scenario so far"));
    }

    public List<Exchange> exchanges() {
        return Collections.unmodifiableList(exchanges);
    }

    /** The answers of the contract that there were, such as {@code readUser 404}. */
    public Set<String> answers() {
        return Collections.unmodifiableSet(answers);
    }

    private Response answer(Request request) {
        var target = run.target();
        var url = URI.create(target.apiUrl() + request.path());
        var builder = HttpRequest.newBuilder(url).timeout(target.timeout());
        request.headers().forEach(builder::header);
        if (!request.headers().containsKey("Authorization")) {
            request.signIn().orElseGet(() -> target.tokens().with(Tokens.ALL_SCOPES)).authorization()
                    .ifPresent(authorization -> builder.header("Authorization", authorization));
        }
        var body = request.body().length == 0 && !request.headers().containsKey("Content-Type")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(request.body());
        try {
            var response = run.http().send(builder.method(request.method(), body).build(), BodyHandlers.ofByteArray());
            return Response.received(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + request.method() + ' ' + request.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    private static List<Exchange> inParallel(List<Request> requests, int atATime,
            Function<Request, Exchange> send) {
        var tasks = requests.stream().map(request -> (Callable<Exchange>) () -> send.apply(request)).toList();
        try (var threads = Executors.newFixedThreadPool(Math.max(1, atATime), Thread.ofVirtual().factory())) {
            var answers = new ArrayList<Exchange>();
            for (var task : threads.invokeAll(tasks)) {
                answers.add(task.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("A request failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for answers", e);
        }
    }
}
