package layerwise.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import layerwise.analysis.Xray;
import layerwise.network.Network;

/**
 * Which share of a module each of its branches has: of the parameters, the multiply-accumulates and the maps, the naive
 * module above the reduced one.
 *
 * <p>Every bar is as long as every other and is the whole of its module; behind it stands how much that is.
 *
 * @param xray what is drawn
 */
public record XrayDrawing(Xray xray) implements TabledDrawing {
    private static final int MARGIN = 14;
    private static final int LABEL = 96;
    private static final int BAR = 144;
    private static final int COLUMN = 190;
    private static final int LEGEND = 38;
    private static final int LINE = 18;
    private static final int SQUARE = 10;
    private static final int LETTER = 7;
    private static final int HIGH = 11;
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
        int top = legend(strokes) + 46;
        for (int n = 0; n < QUANTITIES.size(); n++) {
            strokes.text(
                    left(n),
                    top - 10,
                    "fill='" + Strokes.SOFT + "'",
                    QUANTITIES.get(n).name());
        }
        int y = top;
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

    /** Draws what each colour stands for. {@return where the last line of it begins} */
    private int legend(Strokes strokes) {
        int x = MARGIN;
        int y = LEGEND;
        for (Map.Entry<Integer, String> entry : named().entrySet()) {
            int width = 30 + LETTER * entry.getValue().length();
            if (x > MARGIN && x + width > Sheet.WIDEST - MARGIN) {
                x = MARGIN;
                y += LINE;
            }
            strokes.rectangle(x, y, SQUARE, SQUARE, "fill='" + COLOURS.get(entry.getKey()) + "'");
            strokes.text(x + 15, y + 9, "", entry.getValue());
            x += width;
        }
        strokes.text(MARGIN, y + LINE + 9, "fill='" + Strokes.SOFT + "'", explanation());
        return y + LINE;
    }

    private String explanation() {
        String bars = "each bar is a whole module, and its sum stands behind it";
        return paired() ? bars + "; pale: naive, without 1×1 reductions" : bars;
    }

    /** A branch has the colour of its place; modules may name it differently, and naive ones end it otherwise. */
    private Map<Integer, String> named() {
        var own = new TreeMap<Integer, Set<String>>();
        var naive = new TreeMap<Integer, Set<String>>();
        for (var pair : xray.modules()) {
            name(pair.module(), own);
            pair.naive().ifPresent(module -> name(module, naive));
        }
        var names = new TreeMap<Integer, String>();
        own.forEach((place, words) ->
                names.put(place, listed(words) + otherwise(words, naive.getOrDefault(place, Set.of()))));
        naive.forEach((place, words) -> names.putIfAbsent(place, "naive: " + listed(words)));
        return names;
    }

    private static void name(Xray.Module module, Map<Integer, Set<String>> names) {
        for (int n = 0; n < module.shares().size(); n++) {
            names.computeIfAbsent(colour(module, n), place -> new LinkedHashSet<>())
                    .add(module.shares().get(n).name());
        }
    }

    private static String otherwise(Set<String> own, Set<String> naive) {
        var others = new LinkedHashSet<>(naive);
        others.removeAll(own);
        return others.isEmpty() ? "" : " (naive: " + listed(others) + ")";
    }

    private static String listed(Set<String> names) {
        return names.stream().limit(3).collect(Collectors.joining(", ")) + (names.size() > 3 ? ", …" : "");
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

    /** The share of each branch, however large the module is, and what the whole comes to. */
    private static void bar(Strokes strokes, Xray.Module module, int column, int y, boolean naive) {
        var quantity = QUANTITIES.get(column).of();
        strokes.explain(naive ? "opacity='.5'" : "", tip(module, quantity));
        double x = left(column);
        for (int n = 0; n < module.shares().size(); n++) {
            double width = BAR * module.portion(module.shares().get(n), quantity);
            if (width > 0) {
                strokes.rectangle(x, y, Math.max(0.1, width), HIGH, "fill='" + COLOURS.get(colour(module, n)) + "'");
                x += width;
            }
        }
        strokes.close();
        long whole = module.shares().stream().mapToLong(quantity).sum();
        strokes.text(left(column) + BAR + 4, y + HIGH - 1, "font-size='10'", shortened(whole));
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
