/** Runs a synthesised CloudFormation template on this machine, from AWS's own parts. */
@NullMarked
package basics.embedded;

import org.jspecify.annotations.NullMarked;
