package basics.dynamodb;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import basics.http.Cause;
import basics.http.Problem;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;
import software.amazon.awssdk.thirdparty.jackson.core.io.JsonEOFException;

/** Maps DynamoDB's errors to problem documents ("Error handling with DynamoDB", Amazon DynamoDB Developer Guide). */
public final class Failures {
    /** Reasons that may have passed a moment later ("TransactionCanceledException", Amazon DynamoDB API Reference). */
    private static final Set<String> PASSING = Set.of("None", "TransactionConflict", "ThrottlingError",
            "ProvisionedThroughputExceeded");

    private Failures() {}

    /** The problem to answer with, or null for an unexpected failure. */
    static @Nullable Problem asProblem(Exception failure) {
        if (failure instanceof DynamoDbException exception) {
            if (isTooLarge(exception)) {
                return tooLarge();
            }
            return isTemporary(exception) ? Problem.tryAgain() : null;
        }
        // DynamoDB was unreachable or too slow. Any other client exception is a fault of this service.
        return failure instanceof SdkClientException && isOfTheNetwork(failure) ? Problem.tryAgain() : null;
    }

    /**
     * Whether an {@code IOException} is among the causes, at any depth: the SDK wraps one when a response breaks off. A
     * complete response that can't be parsed is an {@code IOException} too, but a retry won't mend that.
     */
    private static boolean isOfTheNetwork(Exception failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return !(cause instanceof JsonProcessingException) || cause instanceof JsonEOFException;
            }
        }
        return false;
    }

    /** Whether the same call may succeed a moment later. The SDK has retried it already, unless it is a transaction. */
    public static boolean isPassing(SdkException failure) {
        if (failure instanceof TransactionCanceledException cancelled) {
            return cancelled.cancellationReasons().stream().allMatch(reason -> PASSING.contains(reason.code()));
        }
        var problem = asProblem(failure);
        return problem != null && problem.status() == 503;
    }

    static Problem tooLarge() {
        return new Problem(413, "Too large to store: an item may be 400 KB, a batch 4 MB in all.");
    }

    private static boolean isTemporary(DynamoDbException exception) {
        return exception.isThrottlingException() || exception.statusCode() >= 500
                || exception instanceof TransactionConflictException
                || exception instanceof TransactionInProgressException;
    }

    /**
     * DynamoDB has no error code for this, only messages: "Item size has exceeded the maximum allowed size", "Item size
     * to update has exceeded the maximum allowed size", "Transaction payload size cannot exceed 4MB", and others for a
     * transaction. A transaction may also be cancelled because of one item.
     */
    private static boolean isTooLarge(DynamoDbException exception) {
        return exception instanceof TransactionCanceledException cancelled
                ? cancelled.cancellationReasons().stream().anyMatch(
                        reason -> "ValidationError".equals(reason.code()) && isOfSize(reason.message()))
                : isValidation(exception) && isOfSize(message(exception));
    }

    /** Keys and expressions have other limits, and no client can exceed those. */
    private static boolean isOfSize(@Nullable String message) {
        var words = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return words.contains("size") && words.contains("exceed")
                && !words.contains("expression size") && !words.contains("key");
    }

    /** Whether DynamoDB refused the request itself. */
    public static boolean isValidation(DynamoDbException exception) {
        return exception.awsErrorDetails() != null
                && "ValidationException".equals(exception.awsErrorDetails().errorCode());
    }

    private static String message(DynamoDbException exception) {
        var details = exception.awsErrorDetails();
        return details == null || details.errorMessage() == null ? "" : details.errorMessage();
    }

    /** For the log. Without DynamoDB's message, since a refusal may quote what a user sent. */
    static String describe(Exception failure) {
        if (failure instanceof DynamoDbException exception) {
            var code = exception.awsErrorDetails() == null ? "none" : exception.awsErrorDetails().errorCode();
            return "dynamodb_error=" + code + " dynamodb_status=" + exception.statusCode() + " dynamodb_request="
                    + exception.requestId() + ' ' + Cause.of(failure);
        }
        return Cause.of(failure);
    }
}
