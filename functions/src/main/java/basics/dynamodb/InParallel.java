package basics.dynamodb;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import basics.http.Priming;

/** Makes several calls of DynamoDB at once, each on a virtual thread of its own. */
public final class InParallel {
    private InParallel() {}

    /**
     * The results of a task for each element, in their order. It waits for all tasks. A single one runs on the calling
     * thread.
     *
     * @throws RuntimeException of the first element whose task failed, as the task threw it
     */
    public static <T, R> List<R> map(List<T> elements, Function<T, R> task) {
        if (elements.size() <= 1) {
            return elements.stream().map(task).toList();
        }
        List<Future<R>> results;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            results = elements.stream().map(element -> {
                Callable<R> call = () -> task.apply(element);
                return threads.submit(Priming.carried(call));
            }).toList();
        }
        return results.stream().map(InParallel::result).toList();
    }

    private static <R> R result(Future<R> result) {
        if (result.state() == Future.State.SUCCESS) {
            return result.resultNow();
        }
        switch (result.exceptionNow()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
