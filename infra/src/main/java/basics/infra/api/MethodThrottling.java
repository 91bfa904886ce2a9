package basics.infra.api;

import java.util.LinkedHashMap;
import java.util.Map;

import basics.infra.contract.Contract;
import basics.infra.contract.Operation;
import basics.infra.settings.Environment;
import basics.infra.settings.Refusal;
import software.amazon.awscdk.services.apigateway.MethodDeploymentOptions;

/** The limits of single operations as settings of the stage's methods. */
final class MethodThrottling {

    private MethodThrottling() {}

    /** By path and method, such as {@code /users/{email}/GET}. A {@code HEAD} has the limit of its {@code GET}. */
    static Map<String, MethodDeploymentOptions> of(Contract contract, Environment environment) {
        var limits = environment.limits().operationsPerSecond();
        limits.forEach((id, limit) -> {
            if (contract.operations().stream().noneMatch(operation -> operation.id().equals(id))) {
                throw new Refusal("environments." + environment.name() + ".operationsPerSecond." + id
                        + " is unknown: operations are "
                        + String.join(", ", contract.operations().stream().map(Operation::id).toList()));
            }
        });
        var methods = new LinkedHashMap<String, MethodDeploymentOptions>();
        for (var operation : contract.operations()) {
            var limit = limits.get(operation.id());
            if (limit != null) {
                var options = MethodDeploymentOptions.builder()
                        .throttlingRateLimit(limit).throttlingBurstLimit(limit).build();
                methods.put(operation.path() + '/' + operation.method(), options);
                contract.headOf(operation).ifPresent(_ -> methods.put(operation.path() + "/HEAD", options));
            }
        }
        return methods;
    }
}
