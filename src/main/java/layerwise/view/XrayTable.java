package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import layerwise.analysis.Xray;

/**
 * Modules branch by branch: parameters, multiply-accumulates and maps, with their share of the module; naive beside reduced.
 *
 * @param xray what is printed
 */
public record XrayTable(Xray xray) implements Printed {

    @Override
    public String text() {
        return PlainText.of(grid());
    }

    @Override
    public String html() {
        return Html.of(grid());
    }

    private boolean paired() {
        return xray.modules().stream().anyMatch(pair -> pair.naive().isPresent());
    }

    private Grid grid() {
        var columns = new ArrayList<>(List.of(new Grid.Column("module", false), new Grid.Column("branch", false)));
        for (String head : List.of("parameters", "share", "MACs", "share", "maps", "share")) {
            columns.add(new Grid.Column(head, true));
        }
        if (paired()) {
            for (String head : List.of("naive parameters", "naive MACs", "naive maps")) {
                columns.add(new Grid.Column(head, true));
            }
        }
        var rows = new ArrayList<List<String>>();
        xray.modules().forEach(pair -> rows.addAll(rows(pair)));
        return new Grid("Branches of " + xray.title(), columns, rows, List.of(), "");
    }

    private List<List<String>> rows(Xray.Pair pair) {
        var rows = new ArrayList<List<String>>();
        var module = pair.module();
        for (int n = 0; n < module.shares().size(); n++) {
            var share = module.shares().get(n);
            var row = new ArrayList<>(List.of(n == 0 ? pair.path() : "", share.name()));
            row.addAll(numbers(module, share));
            addNaive(row, pair, n);
            rows.add(row);
        }
        rows.add(total(pair));
        return rows;
    }

    private static List<String> numbers(Xray.Module module, Xray.Share share) {
        return List.of(
                Numbers.grouped(share.cost().parameters()),
                percent(module.portion(share, each -> each.cost().parameters())),
                Numbers.grouped(share.cost().macs()),
                percent(module.portion(share, each -> each.cost().macs())),
                Numbers.grouped(share.channels()),
                percent(module.portion(share, Xray.Share::channels)));
    }

    /** {@return a share with one decimal; no line breaks before its sign} */
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }

    /** The naive module has its branches in the same order. */
    private void addNaive(List<String> row, Xray.Pair pair, int n) {
        var naive = pair.naive().map(Xray.Module::shares).filter(shares -> n < shares.size());
        if (naive.isPresent()) {
            var share = naive.get().get(n);
            row.addAll(three(share.cost().parameters(), share.cost().macs(), share.channels()));
        } else if (paired()) {
            row.addAll(List.of("", "", ""));
        }
    }

    private List<String> total(Xray.Pair pair) {
        var module = pair.module();
        var row = new ArrayList<>(List.of("", "together"));
        row.addAll(List.of(
                Numbers.grouped(module.cost().parameters()), "",
                Numbers.grouped(module.cost().macs()), "",
                Numbers.grouped(module.channels()), ""));
        if (paired()) {
            row.addAll(pair.naive()
                    .map(naive -> three(naive.cost().parameters(), naive.cost().macs(), naive.channels()))
                    .orElse(List.of("", "", "")));
        }
        return row;
    }

    private static List<String> three(long parameters, long macs, long channels) {
        return List.of(Numbers.grouped(parameters), Numbers.grouped(macs), Numbers.grouped(channels));
    }
}
