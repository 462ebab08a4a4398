package layerwise.course;

import java.util.concurrent.Callable;
import layerwise.view.LineupTable;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what is not the same in two networks, and both totals; no engine is loaded. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Lines two networks up and prints the steps that differ, with the totals of both.")
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NETWORK", description = "The network's id, as in lenet5.")
    private String before;

    @Parameters(index = "1", paramLabel = "OTHER", description = "The id of the other, as in lenet5-modern.")
    private String after;

    @Mixin
    private ChosenFormat format;

    @Override
    public Integer call() {
        return format.print(LineupTable.of(Zoo.network(before), Zoo.network(after)));
    }
}
