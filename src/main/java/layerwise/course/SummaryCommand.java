package layerwise.course;

import java.util.Optional;
import java.util.concurrent.Callable;
import layerwise.view.PartTable;
import layerwise.view.PrintedTable;
import layerwise.view.SummaryTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a row for each step of a network, and totals that add up; no engine is loaded. */
@Command(
        name = "summary",
        mixinStandardHelpOptions = true,
        description = "Prints a network layer by layer: shapes, parameters, MACs, connections, receptive field.")
final class SummaryCommand implements Callable<Integer> {

    @Mixin
    private ChosenNetwork chosen;

    @Mixin
    private ChosenFormat format;

    @Option(
            names = "--parts",
            paramLabel = "DEPTH",
            description =
                    "A row a named part instead: 1 for inception3a, 2 for inception3a/5x5; parameters by what they"
                            + " are for, operations by class.")
    private Optional<Integer> parts;

    @Override
    public Integer call() {
        var network = chosen.network();
        PrintedTable table = parts.isPresent() ? PartTable.of(network, parts.get()) : SummaryTable.of(network);
        return format.print(table);
    }
}
