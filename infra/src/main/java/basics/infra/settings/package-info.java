/**
 * The settings of environments, from {@code cdk.json}, and the files that synthesis reads. Whatever is missing or wrong is
 * refused in one line.
 */
@NullMarked
package basics.infra.settings;

import org.jspecify.annotations.NullMarked;
