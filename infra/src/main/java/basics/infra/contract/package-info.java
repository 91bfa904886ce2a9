/** What the infrastructure needs to know of {@code openapi.yaml}: operations, scopes, media types. */
@NullMarked
package basics.infra.contract;

import org.jspecify.annotations.NullMarked;
