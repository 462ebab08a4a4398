package layerwise.course;

import java.util.Optional;
import java.util.concurrent.Callable;
import layerwise.analysis.Quantity;
import layerwise.analysis.Quoted;
import layerwise.analysis.Reconciliation;
import layerwise.network.Network;
import layerwise.view.ReconciliationTable;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which conventions yield a printed number, or that none does; no engine is loaded. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Searches the conventions by which a printed number is what a network has, or says that none is.")
final class ReconcileCommand implements Callable<Integer> {

    /** What was counted. */
    enum Of {
        PARAMETERS(Quantity.PARAMETERS),
        MACS(Quantity.OPERATIONS),
        BYTES(Quantity.BYTES);

        private final Quantity quantity;

        Of(Quantity quantity) {
            this.quantity = quantity;
        }
    }

    @Parameters(index = "0", paramLabel = "NETWORK", description = "The network's id, as in alexnet.")
    private String network;

    @Parameters(
            index = "1",
            paramLabel = "QUOTED",
            description = "The number as printed: 62,378,344, 6.8M, '15.3 GFLOPs', '98 MB', 12×.")
    private String quoted;

    @Option(
            names = "--of",
            paramLabel = "QUANTITY",
            description = "parameters, macs or bytes; without it what the number's unit or size says.")
    private Optional<Of> of;

    @Option(
            names = "--ratio-to",
            paramLabel = "OTHER",
            description = "The id of a network with which the number compares the first, as in 12 times fewer.")
    private Optional<String> other;

    @Mixin
    private ChosenFormat format;

    @Override
    public Integer call() {
        return format.print(new ReconciliationTable(reconcile(Zoo.network(network), Quoted.of(quoted))));
    }

    private Reconciliation reconcile(Network first, Quoted number) {
        var quantity = of.map(each -> each.quantity);
        if (other.isPresent()) {
            return Reconciliation.ratio(first, Zoo.network(other.get()), number, quantity.orElse(Quantity.PARAMETERS));
        }
        return quantity.map(each -> Reconciliation.reconcile(first, number, each))
                .orElseGet(() -> Reconciliation.reconcile(first, number));
    }
}
