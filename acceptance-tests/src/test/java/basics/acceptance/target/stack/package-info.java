/** Deploys what the CDK app has synthesised through the CloudFormation API, without the CDK CLI. */
@NullMarked
package basics.acceptance.target.stack;

import org.jspecify.annotations.NullMarked;
