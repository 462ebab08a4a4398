package layerwise.course;

import java.util.concurrent.Callable;
import layerwise.view.LineupTable;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what is not the same in two networks, and both totals; no engine is loaded. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Lines two networks up and prints the steps that differ, with the totals of both.")
final class CompareCommand implements Callable<Integer> {

    /** How the rows are printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NETWORK", description = "The network's id, as in lenet5.")
    private String before;

    @Parameters(index = "1", paramLabel = "OTHER", description = "The id of the other, as in lenet5-modern.")
    private String after;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json; without it text.")
    private Format format;

    @Override
    public Integer call() {
        var table = LineupTable.of(Zoo.network(before), Zoo.network(after));
        var out = spec.commandLine().getOut();
        out.println(format == Format.JSON ? table.json() : table.text());
        out.flush();
        return 0;
    }
}
