package layerwise.course;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import layerwise.analysis.Patterns;
import layerwise.view.PatternTable;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which design patterns networks keep; to break one is no error. No engine is loaded. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Says which design patterns a network keeps, and where it breaks the others.")
final class LintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NETWORK", arity = "0..1", description = "The network's id, as in alexnet or resnet-50.")
    private Optional<String> network;

    @Option(names = "--all", description = "Every network of ./layerwise zoo.")
    private boolean all;

    @Option(
            names = "--by",
            paramLabel = "GRAIN",
            defaultValue = "part",
            description = "part for the main path, step for every layer, in branches too; without it part.")
    private Patterns.Grain grain;

    @Mixin
    private ChosenFormat format;

    @Override
    public Integer call() {
        var table = PatternTable.empty();
        for (var entry : entries()) {
            table = table.with(entry.id(), Patterns.of(entry.network(), grain));
        }
        return format.print(table);
    }

    private List<Zoo.Entry> entries() {
        if (all == network.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "expected the id of a network or --all, got " + (all ? "both" : "neither"));
        }
        return all ? Zoo.entries() : List.of(Zoo.entry(network.orElseThrow()));
    }
}
