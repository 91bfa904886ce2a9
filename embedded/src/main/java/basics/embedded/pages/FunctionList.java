package basics.embedded.pages;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import basics.embedded.lambda.FunctionState;

/** How the functions are now. */
public record FunctionList(Supplier<List<FunctionState>> functions) implements PageData {
    @Override
    public Document read(Map<String, String> query) {
        return Document.json(PageJson.of(functions.get()));
    }
}
