package basics.infra.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import basics.infra.contract.Contract;
import basics.infra.contract.Operation;
import basics.infra.settings.Environment;
import basics.infra.settings.Project;
import basics.infra.settings.Refusal;
import basics.infra.tables.DataTable;
import basics.infra.tables.Reach;
import software.constructs.Construct;

/** One function for each operation, all from the same file. */
public final class Functions extends Construct {

    /** Operations without data. Any other operation without a table is a mistake. */
    private static final List<String> WITHOUT_TABLE = List.of("checkHealth");

    private final List<OperationFunction> all = new ArrayList<>();

    public Functions(Construct scope, Contract contract, Project project, List<? extends DataTable> tables,
            Environment environment) {
        super(scope, "Functions");
        var code = FunctionCode.ofOperations(project, environment);
        var reach = byOperation(contract, tables.stream().flatMap(table -> table.reach().stream()).toList());
        for (var operation : contract.operations()) {
            all.add(new OperationFunction(this, operation, reach.getOrDefault(operation.id(), List.of()), code,
                    environment));
        }
    }

    /** In the order of the contract. */
    public List<OperationFunction> all() {
        return List.copyOf(all);
    }

    /**
     * The permissions that the tables grant, by the operation's id.
     *
     * @throws Refusal
     *            when an operation has no table, or when a table names an operation that the contract lacks
     */
    static SortedMap<String, List<Reach>> byOperation(Contract contract, List<Reach> allowed) {
        var reach = new TreeMap<String, List<Reach>>();
        WITHOUT_TABLE.forEach(id -> reach.put(id, List.of()));
        allowed.forEach(one -> reach.computeIfAbsent(one.operationId(), _ -> new ArrayList<>()).add(one));
        var ids = contract.operations().stream().map(Operation::id).toList();
        ids.stream().filter(id -> !reach.containsKey(id)).findFirst().ifPresent(id -> {
            throw new Refusal(
                    "The operation " + id + " of openapi.yaml has no table: list its actions in the class of"
                            + " its table (infra/…/tables), or its id in Functions.java if it needs none.");
        });
        reach.keySet().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw new Refusal("The operation " + id + " is not in openapi.yaml: remove it from the class of its table"
                    + " (infra/…/tables) or from Functions.java, or correct its name there.");
        });
        return reach;
    }
}
