package basics.acceptance.target.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file that the stack needs in a bucket.
 *
 * @param source
 *            the file, or the directory
 * @param zip
 *            whether it is zipped first; directories are
 * @param bucket
 *            the name of the bucket, filled in
 * @param key
 *            the key of the object, made of the content's hash
 */
record Asset(Path source, boolean zip, String bucket, String key) {

    byte[] content() {
        try {
            return zip && Files.isDirectory(source) ? zipped() : Files.readAllBytes(source);
        } catch (IOException e) {
            throw new UncheckedIOException("An asset can't be read: " + source, e);
        }
    }

    private byte[] zipped() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes); var paths = Files.walk(source)) {
            for (var file : paths.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(source.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
