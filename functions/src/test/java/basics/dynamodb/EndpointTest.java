package basics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import basics.http.Variables;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;

class EndpointTest {
    /** Every region known to the SDK, in all partitions, with the domain suffix from the template. */
    @ParameterizedTest
    @MethodSource("regions")
    void shouldEqualTheSdksEndpoint(Region region) {
        var params = DynamoDbEndpointParams.builder().region(region).build();
        var found = DynamoDbEndpointProvider.defaultProvider().resolveEndpoint(params).join();

        var endpoint = Endpoint.of(new Variables(
                Map.of("AWS_REGION", region.id(), "URL_SUFFIX", region.metadata().partition().dnsSuffix())));

        assertThat(endpoint.uri()).isEqualTo(found.endpointUrl().toUri());
        assertThat(endpoint.resolveEndpoint(params)).isCompletedWithValueMatching(
                given -> given.endpointUrl().equals(found.endpointUrl()));
    }

    static List<Region> regions() {
        return Region.regions().stream().filter(region -> !region.isGlobalRegion()).toList();
    }

    /** The test above covers a partition only if the SDK lists regions of it. */
    @Test
    void shouldKnowRegionsOfAllPartitions() {
        assertThat(regions()).extracting(region -> region.metadata().partition().id()).contains("aws", "aws-cn",
                "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");
    }

    @Test
    void shouldUseTheStandardPartitionByDefault() {
        assertThat(Endpoint.of(new Variables(Map.of("AWS_REGION", "eu-central-1"))).uri())
                .hasToString("https://dynamodb.eu-central-1.amazonaws.com");
    }

    @Test
    void shouldBeTheOneOfTheEnvironment() {
        var general = Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", "http://localhost:4566");
        var service = Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", "http://localhost:4566",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:8000");

        assertThat(Endpoint.of(new Variables(general)).uri()).hasToString("http://localhost:4566");
        assertThat(Endpoint.of(new Variables(service)).uri()).hasToString("http://localhost:8000");
    }
}
