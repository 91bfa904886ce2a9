/**
 * The CDK app, which is the only description of the infrastructure. {@link basics.infra.ServiceStack} is its table of
 * contents. The API comes from {@code openapi.yaml}, the settings of environments from {@code cdk.json}.
 */
@NullMarked
package basics.infra;

import org.jspecify.annotations.NullMarked;
