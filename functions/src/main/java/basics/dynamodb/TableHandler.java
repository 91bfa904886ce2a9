package basics.dynamodb;

import java.io.IOException;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

import basics.http.Handler;
import basics.http.Problem;
import basics.http.Request;
import basics.http.Response;

/** A handler that uses a table. It logs the consumed capacity and answers DynamoDB's errors as problems. */
public abstract class TableHandler extends Handler {

    protected TableHandler(Setup setup) {
        super(setup.variables());
    }

    /**
     * Answers a request.
     *
     * @throws Problem for every error answer
     */
    protected abstract Response answer(Request request, Capacity capacity) throws IOException;

    @Override
    protected final Response answer(Request request) throws IOException {
        var capacity = new Capacity();
        try {
            return answer(request, capacity);
        } finally {
            request.measure("read_units", capacity.readUnits());
            request.measure("write_units", capacity.writeUnits());
        }
    }

    @Override
    protected final Problem asProblem(Exception failure, LambdaLogger log) {
        var problem = Failures.asProblem(failure);
        if (problem == null || problem.status() >= 500) {
            log.log(Failures.describe(failure), LogLevel.ERROR);
        }
        return problem == null ? Problem.internal() : problem;
    }
}
