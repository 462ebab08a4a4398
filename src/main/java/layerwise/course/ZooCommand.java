package layerwise.course;

import java.util.concurrent.Callable;
import layerwise.view.NetworkList;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists every network of the zoo with its paper and its cost; all of them are built for it, and no engine is loaded. */
@Command(
        name = "zoo",
        mixinStandardHelpOptions = true,
        description = "Lists the networks: id, title, year, variant, input, parameters, MACs.")
final class ZooCommand implements Callable<Integer> {

    @Mixin
    private ChosenFormat format;

    @Override
    public Integer call() {
        var list = NetworkList.empty();
        for (var entry : Zoo.entries()) {
            list = list.with(entry.id(), entry.network());
        }
        return format.print(list);
    }
}
