package basics.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.gatling.javaapi.core.Simulation;

/**
 * The load. The first group of users isn't counted, because they wait for cold starts, which are another figure. Then
 * users arrive one by one in the first fifth of the run, and each one that leaves is replaced. Only a failed request
 * fails a run, never a slow one, because acceptable times depend on the target.
 */
public final class Load extends Simulation {
    private static final int RAMP = 5;

    private final @Nullable HotName hot;

    public Load() {
        var settings = Settings.of(System::getProperty);
        var seconds = Duration.ofSeconds(settings.seconds());
        var ramp = seconds.dividedBy(RAMP);
        var url = settings.url().orElseThrow().toString();
        var token = settings.token().orElseThrow();
        hot = settings.hot() ? HotName.of(url, token) : null;
        var protocol = http.baseUrl(url).authorizationHeader("Bearer " + token).acceptHeader("application/json")
                .disableWarmUp();
        var first = scenario("first visits").exec(feed(Visitors.ofThisRun()), Visit.uncounted());
        var visits = hot == null
                ? scenario("visits").exec(feed(Visitors.ofThisRun()), Visit.counted())
                : scenario("one event name").exec(feed(Visitors.of(hot.name())), Visit.hot(hot));
        setUp(first.injectOpen(atOnceUsers(settings.users()))
                .andThen(visits.injectClosed(rampConcurrentUsers(1).to(settings.users()).during(ramp),
                        constantConcurrentUsers(settings.users()).during(seconds.minus(ramp)))))
                .protocols(protocol).assertions(global().failedRequests().count().is(0L));
    }

    /** Before the embedded target ends. */
    @Override
    public void after() {
        if (hot != null) {
            System.out.println(hot.figures());
        }
    }
}
