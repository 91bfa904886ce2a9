package basics.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.http.Errors;

class IfMatchTest {
    private final Errors errors = new Errors();

    private IfMatch parsed(@Nullable String header) {
        return IfMatch.parse(header, errors);
    }

    private static String tags(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "\"" + n + "\"").collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", " * ", "\t*"})
    void shouldMatchAnyVersion(@Nullable String header) {
        assertThat(parsed(header).any()).isTrue();
        assertThat(errors.isEmpty()).isTrue();
    }

    /** The versions of the tags. Weak tags and tags of no version match nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {"\"1\" | 1", "\"1\",\"2\" | 1 2",
        "\"1\" ,\t\"2\" | 1 2",
        ",, \"1\",,\"2\" ,| 1 2", "W/\"1\" | ''", "W/\"1\", \"2\" | 2", "\"1\",W/\"2\" | 1", "\"\" | ''",
        "\"!\" | ''", "\"~\" | ''", "\"\u0080\" | ''", "\"1,2\" | ''", "\"01\" | ''", "\"+1\" | ''", "\"1-0\" | 1-0",
        "\"1-384440ccc735fff\" | 1-384440ccc735fff", "\"1-384440ccc736000\" | ''", "\"1-00\" | ''", "\"1-E\" | ''"})
    void shouldReadEntityTags(String header, String versions) {
        var ifMatch = parsed(header);

        assertThat(errors.isEmpty()).isTrue();
        assertThat(ifMatch.any()).isFalse();
        assertThat(ifMatch.versions().stream().map(Version::tag).collect(Collectors.joining(" "))).isEqualTo(versions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "\"", "1", "\"1", "1\"", "W/", "W/1", "W/\"1", "W\"1\"", "w/\"1\"",
        "\"1\"\"2\"", "\"1\" \"2\"", "\"1\"x", "\"1\", x", "\"1\", *", "*, \"1\"", "\" \"", "\"\u007f\"", "\"\u001f\"",
        "\"1\"\n", "'1'"})
    void shouldRefuseAMalformedListOfEntityTags(String header) {
        parsed(header);

        assertThatThrownBy(errors::raise).hasMessage("The request has 1 invalid value.");
    }

    @Test
    void shouldAcceptUpTo50EntityTags() {
        assertThat(parsed(tags(50)).versions()).hasSize(50);
        assertThat(errors.isEmpty()).isTrue();

        parsed(tags(51));
        assertThatThrownBy(errors::raise).hasMessage("The request has 1 invalid value.");
    }

    /** Tags that match nothing count towards the limit. */
    @Test
    void shouldCountWeakTagsToo() {
        parsed(tags(50) + ",W/\"1\"");

        assertThat(errors.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 1-5, true", "1, 2-5, false", "1-5, 1-5, true", "1-5, 1-6, false", "1-5, 2-5, false",
        "1-5, 1, false"})
    void shouldCompareTheInstantOfCreationIfTheTagHasOne(String tag, String version, boolean matches) {
        assertThat(parsed("\"" + tag + "\"").matches(Objects.requireNonNull(Version.parse(version))))
                .isEqualTo(matches);
        assertThat(parsed("\"9\",\"" + tag + "\"").matches(
                Objects.requireNonNull(Version.parse(version)))).isEqualTo(matches);
    }
}
