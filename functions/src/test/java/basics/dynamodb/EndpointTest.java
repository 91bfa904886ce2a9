package basics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.junit.jupiter.api.Test;

import basics.http.Environment;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.regions.Region;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({"eu-central-1", "us-east-1", "cn-north-1", "us-gov-west-1"})
    void shouldBeTheOneThatTheSdkFinds(String region) {
        var params = DynamoDbEndpointParams.builder().region(Region.of(region)).build();
        var found = DynamoDbEndpointProvider.defaultProvider().resolveEndpoint(params).join();

        var endpoint = Endpoint.of(new Environment(Map.of("AWS_REGION", region)));

        assertThat(endpoint.uri()).isEqualTo(found.endpointUrl().toUri());
        assertThat(endpoint.resolveEndpoint(params)).isCompletedWithValueMatching(
                given -> given.endpointUrl().equals(found.endpointUrl()));
    }

    @Test
    void shouldBeTheOneOfTheEnvironment() {
        var general = Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", "http://localhost:4566");
        var service = Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", "http://localhost:4566",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:8000");

        assertThat(Endpoint.of(new Environment(general)).uri()).hasToString("http://localhost:4566");
        assertThat(Endpoint.of(new Environment(service)).uri()).hasToString("http://localhost:8000");
    }
}
