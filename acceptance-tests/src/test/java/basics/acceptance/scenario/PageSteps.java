package basics.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;

/** How a list was cut into pages. */
public final class PageSteps {

    private final Scene scene;

    public PageSteps(Scene scene) {
        this.scene = scene;
    }

    @Then("^no page has more than (\\d+) \\w+$")
    public void noPageHasMoreThan(int most) {
        assertThat(scene.pages()).isNotEmpty()
                .allSatisfy(page -> assertThat(page.response().json().path("items").size()).isLessThanOrEqualTo(most));
    }

    @Then("it took more than one page")
    public void moreThanOnePage() {
        assertThat(scene.pages()).hasSizeGreaterThan(1);
    }

    @Then("it took one page")
    public void onePage() {
        pages(1);
    }

    @Then("it took {int} pages")
    public void pages(int count) {
        assertThat(scene.pages()).hasSize(count);
    }
}
