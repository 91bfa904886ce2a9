/** The parts of {@code openapi.yaml} that the infrastructure uses: operations, scopes, media types. */
@NullMarked
package basics.infra.contract;

import org.jspecify.annotations.NullMarked;
