package layerwise.course;

import java.util.Optional;
import java.util.concurrent.Callable;
import layerwise.view.PartTable;
import layerwise.view.SummaryTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a row for each step of a network, and totals that add up; no engine is loaded. */
@Command(
        name = "summary",
        mixinStandardHelpOptions = true,
        description = "Prints a network layer by layer: shapes, parameters, MACs, connections, receptive field.")
final class SummaryCommand implements Callable<Integer> {

    /** How the rows are printed. */
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChosenNetwork chosen;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv or json; without it text.")
    private Format format;

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
        var out = spec.commandLine().getOut();
        String text = parts.map(depth -> printed(PartTable.of(network, depth)))
                .orElseGet(() -> printed(SummaryTable.of(network)));
        out.print(text.endsWith("\n") ? text : text + "\n");
        out.flush();
        return 0;
    }

    private String printed(SummaryTable table) {
        return switch (format) {
            case TEXT -> table.text();
            case CSV -> table.csv();
            case JSON -> table.json();
        };
    }

    private String printed(PartTable table) {
        return switch (format) {
            case TEXT -> table.text();
            case CSV -> table.csv();
            case JSON -> table.json();
        };
    }
}
