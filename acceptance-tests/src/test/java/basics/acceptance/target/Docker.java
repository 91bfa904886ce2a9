package basics.acceptance.target;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.testcontainers.DockerClientFactory;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;

import basics.acceptance.options.TargetOptions;

/** The container engine, as Testcontainers finds it: by {@code DOCKER_HOST}, or where it usually is. */
final class Docker {

    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    private Docker() {}

    /**
     * Makes sure that it answers.
     *
     * @throws IllegalStateException
     *             if none does within half a minute
     */
    static void require() {
        var found = CompletableFuture
                .supplyAsync(() -> DockerClientFactory.instance().getTransportConfig().getDockerHost());
        try {
            System.out.println("Docker answers at " + found.get(TO_ANSWER.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw TargetOptions.needsDocker();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for Docker", e);
        }
    }

    /**
     * Pulls an image unless it is there. Testcontainers would try again for minutes what can't be pulled.
     *
     * @throws IllegalStateException
     *             if it can't be pulled in time
     */
    static void pull(String image, Duration atMost) {
        var client = DockerClientFactory.lazyClient();
        try {
            client.inspectImageCmd(image).exec();
        } catch (NotFoundException absent) {
            System.out.printf("Pulling %s; at most %d minutes.%n", image, atMost.toMinutes());
            try {
                if (!client.pullImageCmd(image).start().awaitCompletion(atMost.toSeconds(), TimeUnit.SECONDS)) {
                    throw new DockerClientException("it took too long");
                }
            } catch (DockerClientException | DockerException e) {
                throw new IllegalStateException("The image %s can't be pulled: %s".formatted(image,
                        String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ")));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while pulling " + image, e);
            }
        }
    }

    /** Removes the containers whose names begin so. */
    static void removeAll(String prefix) {
        var client = DockerClientFactory.lazyClient();
        for (var container : client.listContainersCmd().withShowAll(true).withNameFilter(List.of("^/?" + prefix))
                .exec()) {
            try {
                client.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true).exec();
            } catch (DockerException e) {
                // Somebody else, such as LocalStack as it ends, was faster.
            }
        }
    }
}
