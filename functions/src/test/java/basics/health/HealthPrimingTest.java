package basics.health;

import java.util.Map;

import basics.testing.PrimedOperations;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class HealthPrimingTest extends PrimedOperations {
    @Override
    protected Map<String, String> variables(Tables tables) {
        return Map.of();
    }

    @Override
    protected Map<String, Map<String, AttributeValue>> examples() {
        return Map.of();
    }
}
