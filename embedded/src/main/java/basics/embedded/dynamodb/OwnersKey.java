package basics.embedded.dynamodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import basics.embedded.platform.Owner;
import basics.embedded.platform.StartException;

/**
 * The owner's access key, kept beside the tables that it opens: whoever can read them may use it, and the settings of a tool
 * outlast a restart. The file has the form of the AWS tools' own (AWS SDKs and Tools Reference Guide, "Shared config and
 * credentials files"), so {@code AWS_SHARED_CREDENTIALS_FILE} may name it.
 */
final class OwnersKey {
    private static final String FILE = "credentials";
    private static final Pattern KEY = Pattern.compile(
            ".*^aws_access_key_id\\s*=\\s*([^/,\\s]+)\\s*^aws_secret_access_key\\s*=\\s*(\\S+)\\s*",
            Pattern.DOTALL | Pattern.MULTILINE);

    private OwnersKey() {}

    /**
     * That of a data folder, made with the first start.
     *
     * @throws StartException
     *             when the file holds something else
     */
    static AccessKey in(Path folder) {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                var key = AccessKey.lasting();
                Owner.write(file, """
                    # For this machine's owner, who may do everything with the tables here.
                    [default]
                    aws_access_key_id = %s
                    aws_secret_access_key = %s
                    """.formatted(key.id(), key.secret()));
                return key;
            }
            var key = KEY.matcher(Files.readString(file));
            if (key.matches()) {
                return new AccessKey(key.group(1), key.group(2), "");
            }
        } catch (IOException failure) {
            throw new StartException("%s can't be read and written: %s".formatted(file, failure.getMessage()), failure);
        }
        throw new StartException(
                "%s lacks aws_access_key_id or aws_secret_access_key behind it: remove it to get a new key."
                        .formatted(file));
    }
}
