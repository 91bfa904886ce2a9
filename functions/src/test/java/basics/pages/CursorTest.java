package basics.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

class CursorTest {
    private static final Cursor CURSOR = new Cursor("listPets", "rex");
    /** The bytes of a cursor besides its one text: format, length of the text, checksum. */
    private static final int AROUND = 1 + 2 + 8;

    @Test
    void shouldReadItsOwnCursor() {
        for (var key : List.of(List.<String>of(), List.of(""), List.of("é€😀"), List.of("a", "", "b".repeat(2048)))) {
            assertThat(CURSOR.read(CURSOR.write(key.toArray(String[]::new)))).isEqualTo(key);
        }
    }

    @Test
    void shouldReadACursorOfAnEarlierVersion() {
        assertThat(CURSOR.write("rex", "1")).isEqualTo(new Cursor("listPets", "rex").write("rex", "1"));
        assertThat(CURSOR.write("rex", "1")).startsWith("AgADcmV4AAEx").hasSize("AgADcmV4AAEx".length() + 11);
    }

    /** 4,096 characters of base64 encode 3,072 bytes. */
    @Test
    void shouldReadUpTo4096Characters() {
        var longest = "k".repeat(3072 - AROUND);

        assertThat(CURSOR.write(longest)).hasSize(4096);
        assertThat(CURSOR.read(CURSOR.write(longest))).containsExactly(longest);
        assertThat(CURSOR.read(CURSOR.write(longest + "k"))).isNull();
    }

    @Test
    void shouldRefuseACursorOfAnotherQuery() {
        var cursor = CURSOR.write("rex");

        for (var other : List.of(new Cursor(), new Cursor("listPets"), new Cursor("rex", "listPets"),
                new Cursor("listPetsrex"), new Cursor("listPets", "rex", ""))) {
            assertThat(other.read(cursor)).isNull();
        }
    }

    @Test
    void shouldRefuseAChangedOrTruncatedCursor() {
        var bytes = Base64.getUrlDecoder().decode(CURSOR.write("rex"));
        var others = new ArrayList<byte[]>();
        for (var i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            others.add(changed);
            others.add(Arrays.copyOf(bytes, i));
        }
        others.add(Arrays.copyOf(bytes, bytes.length + 1));

        assertThat(others).allSatisfy(other -> assertThat(
                CURSOR.read(Base64.getUrlEncoder().withoutPadding().encodeToString(other))).isNull());
    }

    @Test
    void shouldRefuseAnotherEncodingOfTheSameCursor() {
        var cursor = CURSOR.write("rex!");

        assertThat(CURSOR.read(cursor)).isNotNull();
        assertThat(CURSOR.read(cursor + "=")).isNull();
        assertThat(CURSOR.read(cursor + " ")).isNull();
        assertThat(CURSOR.read("?" + cursor)).isNull();
        assertThat(CURSOR.read("")).isNull();
    }
}
