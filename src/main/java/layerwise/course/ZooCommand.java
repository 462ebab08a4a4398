package layerwise.course;

import java.util.concurrent.Callable;
import layerwise.view.NetworkList;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists every network of the zoo with its paper and its cost; all of them are built for it, and no engine is loaded. */
@Command(
        name = "zoo",
        mixinStandardHelpOptions = true,
        description = "Lists the networks: id, title, year, variant, input, parameters, MACs.")
final class ZooCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv or json; without it text.")
    private SummaryCommand.Format format;

    @Override
    public Integer call() {
        var list = NetworkList.empty();
        for (var entry : Zoo.entries()) {
            list = list.with(entry.id(), entry.network());
        }
        var out = spec.commandLine().getOut();
        String text = switch (format) {
            case TEXT -> list.text();
            case CSV -> list.csv();
            case JSON -> list.json();
        };
        out.print(text.endsWith("\n") ? text : text + "\n");
        out.flush();
        return 0;
    }
}
