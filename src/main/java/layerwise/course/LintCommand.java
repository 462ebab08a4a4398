package layerwise.course;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import layerwise.analysis.Patterns;
import layerwise.view.PatternTable;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv or json; without it text.")
    private SummaryCommand.Format format;

    @Override
    public Integer call() {
        var table = PatternTable.empty();
        for (var entry : entries()) {
            table = table.with(entry.id(), Patterns.of(entry.network(), grain));
        }
        var out = spec.commandLine().getOut();
        String text = switch (format) {
            case TEXT -> table.text();
            case CSV -> table.csv();
            case JSON -> table.json();
        };
        out.print(text.endsWith("\n") ? text : text + "\n");
        out.flush();
        return 0;
    }

    private List<Zoo.Entry> entries() {
        if (all == network.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "expected the id of a network or --all, got " + (all ? "both" : "neither"));
        }
        return all ? Zoo.entries() : List.of(Zoo.entry(network.orElseThrow()));
    }
}
