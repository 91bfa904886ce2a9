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
 * The first users, as many as there are at a time, are not counted: they wait for functions that start, which is another
 * figure. Then users come one after the other, in the first fifth of the run, and whoever leaves is replaced. Only a failed
 * request makes a run fail, never a time: how fast is fast enough depends on the target.
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
