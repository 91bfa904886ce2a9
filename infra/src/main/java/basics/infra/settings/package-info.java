/**
 * The settings of environments, from {@code cdk.json}, and the files that synthesis reads. Missing or wrong settings
 * are refused in one line.
 */
@NullMarked
package basics.infra.settings;

import org.jspecify.annotations.NullMarked;
