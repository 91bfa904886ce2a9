package basics.acceptance.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Listing users. Others may be in the same tables, so what is looked at are the users of this scenario. */
public final class ListedUserSteps {

    private final Scene scene;
    private final KnownUsers known;

    public ListedUserSteps(Scene scene, KnownUsers known) {
        this.scene = scene;
        this.known = known;
    }

    @Given("{int} users")
    public void users(int count) {
        create(0, count, "");
    }

    @Given("{int} users with {int} KB of notes each")
    public void usersWithNotes(int count, int kilobytes) {
        create(0, count, "x".repeat(kilobytes * 1024));
    }

    @Given("{int} users with {int} KB of quotation marks each")
    public void usersWithQuotationMarks(int count, int kilobytes) {
        create(0, count, "\"".repeat(kilobytes * 1024));
    }

    @Given("{int} more users have signed up meanwhile")
    public void moreUsers(int count) {
        create(known.emails().size(), count, "");
    }

    @Given("{person} has listed the first page of {int} user(s)")
    public void hasListedTheFirstPage(String person, int limit) {
        scene.firstPage("/users?limit=" + limit);
    }

    @Given("{person} has already seen one of these users")
    public void hasAlreadySeenOne(String person) {
        scene.firstPage("/users?limit=2");
        while (listedFirst().isEmpty() && scene.nextPage()) {
            // On to the page that has one.
        }
    }

    @Given("that user was deleted meanwhile")
    public void thatUserWasDeleted() {
        scene.api().prepare(Request.of("DELETE", KnownUsers.path(listedFirst().orElseThrow())));
    }

    @When("{person} lists the users {int} at a time")
    public void listsAtATime(String person, int limit) {
        scene.firstPage("/users?limit=" + limit);
        scene.remainingPages();
    }

    @When("{person} lists the users")
    public void lists(String person) {
        scene.firstPage("/users");
        scene.remainingPages();
    }

    @When("{person} lists all users in one go")
    public void listsInOneGo(String person) {
        scene.firstPage("/users?all=true");
        scene.remainingPages();
    }

    @When("{person} lists the remaining pages")
    public void listsTheRemainingPages(String person) {
        scene.remainingPages();
    }

    @When("{person} lists the page behind a bookmark that has lost a letter")
    public void listsBehindABrokenBookmark(String person) {
        scene.pageBehind("/users", scene.bookmark().substring(1));
    }

    @Then("each of these/the users is listed exactly once")
    public void eachIsListedOnce() {
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(known.emails());
    }

    @Then("each of the first {int} users is listed exactly once")
    public void eachOfTheFirstIsListedOnce(int count) {
        var first = IntStream.range(0, count).mapToObj(scene.names()::email).toList();
        assertThat(listed()).containsAll(first).doesNotHaveDuplicates();
    }

    @Then("each of the other users is listed exactly once")
    public void eachOfTheOthersIsListedOnce() {
        assertThat(listed()).containsAll(known.emails()).doesNotHaveDuplicates();
    }

    @Then("nobody is listed twice")
    public void nobodyIsListedTwice() {
        assertThat(scene.items()).extracting(ListedUserSteps::email).doesNotHaveDuplicates();
    }

    @Then("the user {email} is listed as it is kept")
    public void isListedAsItIsKept(String email) {
        assertThat(scene.items()).contains(known.user(email));
    }

    private void create(int from, int count, String notes) {
        scene.api().prepareAll(IntStream.range(from, from + count).mapToObj(scene.names()::email)
                .map(email -> Request.post("/users", Json.object().put("email", email).put("notes", notes))).toList());
    }

    /** The emails of this scenario's users, as often as they were listed. */
    private List<String> listed() {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
        return scene.items().stream().map(ListedUserSteps::email).filter(known.all()::containsKey).toList();
    }

    private Optional<String> listedFirst() {
        return listed().stream().findFirst();
    }

    private static String email(JsonNode user) {
        return user.path("email").textValue();
    }
}
