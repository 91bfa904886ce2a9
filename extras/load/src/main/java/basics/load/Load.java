package basics.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import java.time.Duration;

import io.gatling.javaapi.core.Simulation;

/**
 * The load. The first group of users isn't counted, because they wait for cold starts, which are another figure. Then
 * users arrive one by one in the first fifth of the run, and each one that leaves is replaced. Only a failed request
 * fails a run, never a slow one, because acceptable times depend on the target.
 */
public final class Load extends Simulation {
    private static final int RAMP = 5;

    public Load() {
        var settings = Settings.of(System::getProperty);
        var seconds = Duration.ofSeconds(settings.seconds());
        var ramp = seconds.dividedBy(RAMP);
        var protocol = http.baseUrl(settings.url().orElseThrow().toString())
                .authorizationHeader("Bearer " + settings.token().orElseThrow()).acceptHeader("application/json")
                .disableWarmUp();
        var first = scenario("first visits").exec(feed(Visitors.ofThisRun()), Visit.uncounted());
        var visits = scenario("visits").exec(feed(Visitors.ofThisRun()), Visit.counted());
        setUp(first.injectOpen(atOnceUsers(settings.users()))
                .andThen(visits.injectClosed(rampConcurrentUsers(1).to(settings.users()).during(ramp),
                        constantConcurrentUsers(settings.users()).during(seconds.minus(ramp)))))
                .protocols(protocol).assertions(global().failedRequests().count().is(0L));
    }
}
