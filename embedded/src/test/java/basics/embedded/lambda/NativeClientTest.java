package basics.embedded.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import basics.embedded.platform.StartException;

class NativeClientTest {
    @Test
    void shouldTakePlainJavaWhereThereIsNoLibrary() {
        assertThat(NativeClient.isPlain("", false)).isTrue();
        assertThat(NativeClient.isPlain("", true)).isFalse();
    }

    @Test
    void shouldTakeWhatIsAskedFor() {
        assertThat(NativeClient.isPlain("java", true)).isTrue();
        assertThat(NativeClient.isPlain("native", true)).isFalse();
    }

    @Test
    void shouldRefuseWhatThereIsNot() {
        assertThatThrownBy(() -> NativeClient.isPlain("native", false)).isInstanceOf(StartException.class)
                .hasMessageContaining("Linux");
        assertThatThrownBy(() -> NativeClient.isPlain("python", true)).isInstanceOf(StartException.class)
                .hasMessageContaining("-Druntime=python");
    }
}
