package basics.upkeep;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Pause {
    void of(Duration time);
}
