package basics.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;

import basics.clients.generated.ApiClient;
import basics.clients.generated.ApiException;
import basics.clients.generated.ApiResponse;
import basics.clients.generated.Event;
import basics.clients.generated.EventBatch;
import basics.clients.generated.EventsApi;
import basics.clients.generated.HealthApi;
import basics.clients.generated.NewEvent;
import basics.clients.generated.NewUser;
import basics.clients.generated.Problem;
import basics.clients.generated.User;
import basics.clients.generated.UsersApi;

/** The client that the generator {@code java} makes of {@code openapi.yaml}, with the JDK's own HTTP client. */
class JavaClientIT {
    private static final String FIRST = "2100-01-02T10:15:30.123456788Z";
    private static final String SECOND = "2100-01-02T10:15:30.123456789Z";

    private static Service service;
    private static UsersApi users;
    private static EventsApi events;
    private static HealthApi health;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        service = Service.start();
        var client = new ApiClient();
        client.updateBaseUri(service.url().toString());
        // The null of a patch is to be sent; that of a member that isn't set is not.
        client.setObjectMapper(client.getObjectMapper().setDefaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS)));
        var token = service.token();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        users = new UsersApi(client);
        events = new EventsApi(client);
        health = new HealthApi(client);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldChangeTheVersionThatItHasRead() throws ApiException {
        var created = users.createUser(user("ada@example.com").putAdditionalProperty("city", "London"), "key-1");
        var read = users.readUserWithHttpInfo("ada@example.com");

        var updated = users.updateUserWithHttpInfo("ada@example.com", Collections.singletonMap("city", null),
                etag(read), null);

        assertThat(created.getVersion()).isEqualTo(1);
        assertThat(read.getData().getAdditionalProperty("city")).isEqualTo("London");
        assertThat(updated.getData().getVersion()).isEqualTo(2);
        assertThat(updated.getData().getAdditionalProperties()).isNull();
        assertThat(etag(updated)).isNotEqualTo(etag(read));
    }

    @Test
    void shouldRepeatARequestWithItsKey() throws ApiException {
        var user = user("grace@example.com");

        var first = users.createUser(user, "key-2");
        var again = users.createUser(user, "key-2");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void shouldReadAProblem() throws ApiException, IOException {
        users.createUser(user("linus@example.com"), null);

        var conflict = catchThrowableOfType(ApiException.class,
                () -> users.updateUser("linus@example.com", Collections.singletonMap("version", 7), null, null));
        var problem = new ObjectMapper().readValue(conflict.getResponseBody(), Problem.class);

        assertThat(conflict.getCode()).isEqualTo(400);
        assertThat(problem.getTitle()).isEqualTo("Bad Request");
        assertThat(problem.getErrors()).singleElement()
                .satisfies(error -> assertThat(error.getPointer()).isEqualTo("/version"));
        assertThat(problem.getInstance())
                .isEqualTo(conflict.getResponseHeaders().firstValue("x-amzn-RequestId").orElse(""));
    }

    @Test
    void shouldListUsersPageByPageAndDeleteThem() throws ApiException {
        for (var email : List.of("page1@example.com", "page2@example.com", "page3@example.com")) {
            users.createUser(user(email), null);
        }

        var seen = new ArrayList<String>();
        var page = users.listUsers(2, null, null);
        page.getItems().forEach(user -> seen.add(user.getEmail()));
        while (page.getNextCursor() != null) {
            page = users.listUsers(2, page.getNextCursor(), null);
            page.getItems().forEach(user -> seen.add(user.getEmail()));
        }
        users.deleteUser("page1@example.com", null);

        assertThat(seen).contains("page1@example.com", "page2@example.com", "page3@example.com").doesNotHaveDuplicates();
        assertThat(catchThrowableOfType(ApiException.class, () -> users.readUser("page1@example.com")).getCode())
                .isEqualTo(404);
    }

    @Test
    void shouldQueryWhatComesAfterTheLastThatItHasSeen() throws ApiException {
        var first = events.recordEvent(event("java").timestamp(FIRST).id("1"));
        events.recordEvent(event("java").timestamp(SECOND).id("2"));

        var after = events.queryEvents("java", first.getTimestamp(), null, null, null, null, null, null).getItems();
        var none = events.queryEvents("java", after.getLast().getTimestamp(), null, null, null, null, null, null);

        assertThat(first.getTimestamp()).isEqualTo(FIRST);
        assertThat(after).extracting(Event::getTimestamp).containsExactly(SECOND);
        assertThat(none.getCount()).isZero();
    }

    @Test
    void shouldRecordABatchAndListTheDay() throws ApiException {
        var batch = new EventBatch().events(List.of(event("java day").timestamp("2101-01-02T23:30:00-01:00").id("1"),
                event("java day").timestamp("2101-01-03T10:00:00Z").id("2").expiresAt(253_402_300_799L)));

        var recorded = events.recordEvents(batch);
        var day = events.listEventsOnDate("2101-01-03", null, null, null, null, "desc", null, null);

        assertThat(recorded.getRecorded()).isEqualTo(2);
        assertThat(day.getItems()).extracting(Event::getTimestamp).containsExactly("2101-01-03T10:00:00Z",
                "2101-01-03T00:30:00Z");
        assertThat(day.getItems().getFirst().getExpiresAt()).isEqualTo(253_402_300_799L);
    }

    @Test
    void shouldAskForTheHealth() throws ApiException {
        assertThat(health.checkHealth().getStatus().getValue()).isEqualTo("ok");
        assertThat(health.headHealthWithHttpInfo().getStatusCode()).isEqualTo(200);
    }

    private static NewUser user(String email) {
        return new NewUser().email(email);
    }

    private static NewEvent event(String name) {
        return new NewEvent().event(name);
    }

    private static String etag(ApiResponse<User> answer) {
        return answer.getHeaders().getOrDefault("etag", List.of()).getFirst();
    }
}
