package layerwise.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import layerwise.analysis.Xray;
import layerwise.network.Network;

/**
 * Modules as bars of their branches: parameters, multiply-accumulates and maps, the naive module above the reduced one.
 *
 * @param xray what is drawn
 */
public record XrayDrawing(Xray xray) implements TabledDrawing {
    private static final int MARGIN = 14;
    private static final int LABEL = 108;
    private static final int BAR = 124;
    private static final int COLUMN = 184;
    private static final int TOP = 84;
    private static final int HIGH = 9;
    private static final List<String> COLOURS =
            List.of("#0072b2", "#e69f00", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#9ca3af"); // Okabe and Ito 2008

    /** One of the three columns. */
    private record Quantity(String name, ToLongFunction<Xray.Share> of) {}

    private static final List<Quantity> QUANTITIES = List.of(
            new Quantity("parameters", share -> share.cost().parameters()),
            new Quantity("multiply-accumulates", share -> share.cost().macs()),
            new Quantity("maps that leave", Xray.Share::channels));

    /** {@return the modules of a network} */
    public static XrayDrawing of(Network network) {
        return new XrayDrawing(Xray.of(network));
    }

    /** {@return the same in numbers, each branch in a row} */
    @Override
    public XrayTable table() {
        return new XrayTable(xray);
    }

    /** {@return a row a module with its totals; {@link #table} has its branches} */
    @Override
    public Grid grid() {
        var columns = new ArrayList<>(List.of(new Grid.Column("module", false)));
        for (String head : List.of("parameters", "MACs", "maps", "naive parameters", "naive MACs", "naive maps")) {
            if (paired() || !head.startsWith("naive")) {
                columns.add(new Grid.Column(head, true));
            }
        }
        var rows = xray.modules().stream().map(this::row).toList();
        return new Grid(title(), columns, rows, List.of(), "");
    }

    private boolean paired() {
        return xray.modules().stream().anyMatch(pair -> pair.naive().isPresent());
    }

    private List<String> row(Xray.Pair pair) {
        var row = new ArrayList<>(List.of(pair.path()));
        row.addAll(totals(pair.module()));
        if (paired()) {
            row.addAll(pair.naive().map(XrayDrawing::totals).orElse(List.of("", "", "")));
        }
        return row;
    }

    private static List<String> totals(Xray.Module module) {
        return List.of(
                Numbers.grouped(module.cost().parameters()),
                Numbers.grouped(module.cost().macs()),
                Numbers.grouped(module.channels()));
    }

    @Override
    public String title() {
        return "Branches of " + xray.title();
    }

    @Override
    public Svg svg() {
        var strokes = new Strokes();
        strokes.title(MARGIN, 24, title());
        legend(strokes);
        for (int n = 0; n < QUANTITIES.size(); n++) {
            strokes.text(
                    left(n),
                    TOP - 12,
                    "fill='" + Strokes.SOFT + "'",
                    QUANTITIES.get(n).name());
        }
        int y = TOP;
        for (var pair : xray.modules()) {
            module(strokes, pair, y);
            y += height(pair);
        }
        return strokes.drawing(left(QUANTITIES.size()) + MARGIN, y + 6, title());
    }

    private static int left(int column) {
        return MARGIN + LABEL + column * COLUMN;
    }

    private static int height(Xray.Pair pair) {
        return pair.naive().isPresent() ? 2 * HIGH + 16 : HIGH + 12;
    }

    /** A branch has the colour of its place; modules may name it differently. */
    private void legend(Strokes strokes) {
        var names = new LinkedHashMap<Integer, Set<String>>();
        for (var pair : xray.modules()) {
            for (int n = 0; n < pair.module().shares().size(); n++) {
                names.computeIfAbsent(colour(pair.module(), n), place -> new LinkedHashSet<>())
                        .add(pair.module().shares().get(n).name());
            }
        }
        int x = MARGIN;
        for (Map.Entry<Integer, Set<String>> entry : names.entrySet()) {
            String words = entry.getValue().stream().limit(3).collect(Collectors.joining(", "))
                    + (entry.getValue().size() > 3 ? ", …" : "");
            strokes.rectangle(x, 38, 10, 10, "fill='" + COLOURS.get(entry.getKey()) + "'");
            strokes.text(x + 15, 47, "", words);
            x += 30 + 7 * words.length();
        }
        if (paired()) {
            strokes.text(x, 47, "fill='" + Strokes.SOFT + "'", "pale: naive");
        }
    }

    /** Shared work is grey; so is what comes after six branches. */
    private static int colour(Xray.Module module, int place) {
        return module.shares().get(place).name().equals("shared")
                ? COLOURS.size() - 1
                : Math.min(place, COLOURS.size() - 1);
    }

    private void module(Strokes strokes, Xray.Pair pair, int y) {
        strokes.text(MARGIN, y + height(pair) / 2.0, "", cut(pair.path()));
        int reduced = pair.naive().isPresent() ? y + HIGH + 3 : y;
        for (int n = 0; n < QUANTITIES.size(); n++) {
            int column = n;
            pair.naive().ifPresent(naive -> bar(strokes, naive, column, y, true));
            bar(strokes, pair.module(), n, reduced, false);
        }
    }

    private static String cut(String path) {
        return path.length() <= 15 ? path : "…" + path.substring(path.length() - 14);
    }

    private void bar(Strokes strokes, Xray.Module module, int column, int y, boolean naive) {
        var quantity = QUANTITIES.get(column).of();
        long whole = module.shares().stream().mapToLong(quantity).sum();
        double scale = (double) BAR / Math.max(1, longest(quantity));
        strokes.explain(naive ? "opacity='.5'" : "", tip(module, quantity));
        double x = left(column);
        for (int n = 0; n < module.shares().size(); n++) {
            double width = quantity.applyAsLong(module.shares().get(n)) * scale;
            if (width > 0) {
                strokes.rectangle(x, y, Math.max(0.1, width), HIGH, "fill='" + COLOURS.get(colour(module, n)) + "'");
                x += width;
            }
        }
        strokes.close();
        strokes.text(x + 4, y + HIGH, "font-size='10'", shortened(whole));
    }

    private long longest(ToLongFunction<Xray.Share> quantity) {
        return xray.modules().stream()
                .flatMap(pair -> java.util.stream.Stream.concat(
                        pair.naive().stream(), java.util.stream.Stream.of(pair.module())))
                .mapToLong(
                        module -> module.shares().stream().mapToLong(quantity).sum())
                .max()
                .orElse(1);
    }

    private static String tip(Xray.Module module, ToLongFunction<Xray.Share> quantity) {
        return module.shares().stream()
                .map(share -> share.name() + " " + Numbers.percent(module.portion(share, quantity)))
                .collect(Collectors.joining(", ", module.path() + ": ", ""));
    }

    /** {@return 112.9M, 40.1K, 512} */
    private static String shortened(long number) {
        if (number >= 1_000_000) {
            return String.format(Locale.ROOT, "%.1fM", number / 1e6);
        }
        return number >= 10_000 ? String.format(Locale.ROOT, "%.1fK", number / 1e3) : Numbers.grouped(number);
    }
}
