package basics.embedded.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.platform.Owner;
import basics.embedded.template.Json;

/** How far each mapping has read each shard; kept beside the tables where these are kept, so that a start goes on there. */
final class Checkpoints {
    /** In the place of a record's number: the shard is closed and read to its end. */
    static final String END = "end";
    /** In the place of a record's number: the shard is read from the oldest record on. */
    static final String START = "start";
    private static final String FILE = "streams.json";

    private final Optional<Path> file;
    private final ObjectNode read;

    /**
     * Those in a folder.
     *
     * @param folder
     *            empty for memory
     */
    Checkpoints(Optional<Path> folder) {
        file = folder.map(path -> path.resolve(FILE));
        read = file.filter(Files::exists).map(Checkpoints::in).orElseGet(Json.MAPPER::createObjectNode);
    }

    /** A file that can't be read is as none: all records come again, which deliveries at least once allow. */
    private static ObjectNode in(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readString(file)) instanceof ObjectNode found
                    ? found
                    : Json.MAPPER.createObjectNode();
        } catch (IOException unreadable) {
            return Json.MAPPER.createObjectNode();
        }
    }

    /** The number of the last record that is done, {@link #START} or {@link #END}; empty for a shard that is not begun. */
    synchronized Optional<String> of(String mapping, String shard) {
        return Optional.ofNullable(read.path(mapping).path(shard).textValue());
    }

    synchronized void done(String mapping, String shard, String number) {
        read.withObjectProperty(mapping).put(shard, number);
        store();
    }

    /** Forgets shards that there are no more. */
    synchronized void retain(String mapping, Set<String> shards) {
        read.withObjectProperty(mapping).retain(shards);
    }

    private void store() {
        if (file.isPresent()) {
            try {
                Owner.write(file.get(), read.toString());
            } catch (ClosedByInterruptException closing) {
                // The record comes again with the next start.
                Thread.currentThread().interrupt();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
