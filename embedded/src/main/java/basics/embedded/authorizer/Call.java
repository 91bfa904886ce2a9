package basics.embedded.authorizer;

import java.util.List;

import basics.embedded.faults.Faults;

/**
 * A request for a method with an authorizer.
 *
 * @param tokens
 *            all values of the authorizer's header
 * @param arn
 *            the method's ARN with the path as the client sent it, by which it is routed
 * @param decodedArn
 *            the same ARN with the path percent-decoded, like path parameters for functions
 * @param faults
 *            the faults of this request
 */
public record Call(String requestId, List<String> tokens, String arn, String decodedArn, Faults faults) {}
