package basics.embedded.authorizer;

import java.util.List;

import basics.embedded.faults.Faults;

/**
 * A request that has a method with an authorizer.
 *
 * @param tokens
 *            all values of the authorizer's header
 * @param arn
 *            the method's, with the path as the client sent it, which is what routes it
 * @param decodedArn
 *            the same with percent-encoding undone, as functions are given path parameters
 * @param faults
 *            under which it is answered
 */
public record Call(String requestId, List<String> tokens, String arn, String decodedArn, Faults faults) {}
