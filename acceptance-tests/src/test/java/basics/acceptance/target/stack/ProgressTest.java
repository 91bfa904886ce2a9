package basics.acceptance.target.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

class ProgressTest {

    private static final StackEvent TABLE = event("1", "UsersTable", "");
    private static final StackEvent QUEUE = event("2", "Queue", "Resource type AWS::X::Queue Deployed as a fallback");

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8));

    @Test
    void shouldShowEachEventOnceTheOldestFirst() {
        progress.show(List.of(TABLE));
        progress.show(List.of(QUEUE, TABLE));

        assertThat(shown.toString(StandardCharsets.UTF_8).lines()).hasSize(2).first().asString().contains("UsersTable");
    }

    @Test
    void shouldTellWhatIsThereOnPaperOnly() {
        progress.show(List.of(QUEUE, TABLE));

        assertThat(progress.fallbacks()).singleElement().asString().contains("Queue");
    }

    @Test
    void shouldKeepAllEventsForTheReportOfAFailure() {
        progress.show(List.of(TABLE));
        progress.show(List.of(QUEUE, TABLE));

        assertThat(progress.all().lines()).hasSize(2).allMatch(line -> line.startsWith("CREATE_COMPLETE"));
    }

    private static StackEvent event(String id, String resource, String reason) {
        return StackEvent.builder().eventId(id).logicalResourceId(resource).resourceType("AWS::X::Y")
                .resourceStatus(ResourceStatus.CREATE_COMPLETE).resourceStatusReason(reason).build();
    }
}
