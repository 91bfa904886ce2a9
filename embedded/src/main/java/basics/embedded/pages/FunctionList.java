package basics.embedded.pages;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import basics.embedded.lambda.FunctionState;
import basics.embedded.platform.Progress;

/** How the functions are now, and what the service itself is at. */
public record FunctionList(Supplier<List<FunctionState>> functions, Progress progress) implements PageData {
    private record Now(List<FunctionState> functions, List<Progress.Step> progress) {}

    @Override
    public Document read(Map<String, String> query) {
        return Document.json(PageJson.of(new Now(functions.get(), progress.steps())));
    }
}
