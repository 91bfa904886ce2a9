/**
 * The CDK app: the only description of the infrastructure. {@link basics.infra.ServiceStack} is its table of contents;
 * the API comes from {@code openapi.yaml}, what differs between environments from {@code cdk.json}.
 */
@NullMarked
package basics.infra;

import org.jspecify.annotations.NullMarked;
