package basics.dynamodb;

import java.io.IOException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import basics.http.Cause;
import basics.http.Problem;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What DynamoDB's failures mean to a client ("Error handling with DynamoDB", Amazon DynamoDB Developer Guide). */
public final class Failures {
    private Failures() {}

    /** The problem to answer, or null for a failure that nobody expects. */
    static @Nullable Problem asProblem(Exception failure) {
        if (failure instanceof DynamoDbException exception) {
            if (isTooLarge(exception)) {
                return tooLarge();
            }
            return isTemporary(exception) ? Problem.tryAgain() : null;
        }
        // Not reached, or no answer in time. Other failures of the client are faults of ours.
        return failure instanceof SdkClientException && failure.getCause() instanceof IOException
                ? Problem.tryAgain()
                : null;
    }

    static Problem tooLarge() {
        return new Problem(413, "What would be stored is too large: an item may be 400 KB, a batch 4 MB in all.");
    }

    private static boolean isTemporary(DynamoDbException exception) {
        return exception.isThrottlingException() || exception.statusCode() >= 500
                || exception instanceof TransactionConflictException
                || exception instanceof TransactionInProgressException;
    }

    /**
     * DynamoDB has no code for it, only words: "Item size has exceeded the maximum allowed size", "Item size to update
     * has exceeded the maximum allowed size", "Transaction payload size cannot exceed 4MB", and others for a
     * transaction.
     */
    private static boolean isTooLarge(DynamoDbException exception) {
        var words = message(exception).toLowerCase(Locale.ROOT);
        return isValidation(exception) && words.contains("size") && words.contains("exceed");
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

    /** For the log. DynamoDB's words are left out: in a refusal they may quote what a user sent. */
    static String describe(Exception failure) {
        if (failure instanceof DynamoDbException exception) {
            var code = exception.awsErrorDetails() == null ? "none" : exception.awsErrorDetails().errorCode();
            return "dynamodb_error=" + code + " dynamodb_status=" + exception.statusCode() + " dynamodb_request="
                    + exception.requestId() + ' ' + Cause.of(failure);
        }
        return Cause.of(failure);
    }
}
