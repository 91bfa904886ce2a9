package basics.acceptance.events;

import java.time.LocalDate;

import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.When;

/** Bookmarks that are taken from one list of events to another. */
public final class BookmarkSteps {

    private final Scene scene;

    public BookmarkSteps(Scene scene) {
        this.scene = scene;
    }

    @When("{person} goes on with that bookmark among the events {event}")
    public void goesOn(String person, String event) {
        goesOnSelected(person, event, Selection.all());
    }

    @When("{person} goes on with that bookmark among the events {event} {selection}")
    public void goesOnSelected(String person, String event, Selection selection) {
        scene.pageBehind(selection.on(KnownEvents.path(event)), scene.bookmark());
    }

    @When("{person} goes on with that bookmark among the events of {day}")
    public void goesOnInTheDay(String person, LocalDate day) {
        scene.pageBehind("/events?date=" + day, scene.bookmark());
    }
}
