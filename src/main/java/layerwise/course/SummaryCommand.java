package layerwise.course;

import java.util.concurrent.Callable;
import layerwise.view.SummaryTable;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "NETWORK", description = "The network's id, as in lenet5 or lenet5-modern.")
    private String network;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv or json; without it text.")
    private Format format;

    @Override
    public Integer call() {
        var table = SummaryTable.of(Zoo.network(network));
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
}
