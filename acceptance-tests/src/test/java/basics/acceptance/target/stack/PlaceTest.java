package basics.acceptance.target.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaceTest {

    private final Place place = new Place("aws-cn", "123456789012", "cn-north-1");

    @Test
    void shouldFillInAccountRegionAndPartition() {
        assertThat(place.fill("arn:${AWS::Partition}:s3:::assets-${AWS::AccountId}-${AWS::Region}"))
                .isEqualTo("arn:aws-cn:s3:::assets-123456789012-cn-north-1");
    }

    @Test
    void shouldRefuseAPlaceholderThatItDoesNotKnow() {
        assertThatThrownBy(() -> place.fill("assets-${AWS::StackName}")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${AWS::StackName}");
    }
}
