package layerwise.view;

import java.util.List;
import java.util.OptionalInt;

/**
 * ImageNet's competition year by year: a bar for the winner's top-5 error on the test images, without other images than
 * those given; orange before networks, blue since.
 *
 * @param results entries, also those that did not win
 */
public record IlsvrcChart(List<Entry> results) implements TabledDrawing {
    private static final int WIDTH = Sheet.WIDEST;
    private static final int HEIGHT = 350;
    private static final int LEFT = 16;
    private static final int TOP = 44;
    private static final int BASE = 262;
    private static final int BAR = 46;
    private static final int FIRST_NETWORK = 2012;
    private static final String SMALL = "font-size='10'";
    private static final String SOFT = SMALL + " fill='" + Strokes.SOFT + "'";

    /**
     * One entry.
     *
     * @param year of the competition
     * @param place in the classification task
     * @param team as it entered
     * @param network what it was built of; empty for none of one name
     * @param depth weighted layers of that network, of the deepest where an entry has several
     * @param entry a single network or how many
     * @param more whether it learned from other images than those given
     * @param error top-5 error on the test images in percent
     * @param source where the number is printed
     */
    public record Entry(
            int year,
            int place,
            String team,
            String network,
            OptionalInt depth,
            String entry,
            boolean more,
            double error,
            String source) {}

    /** Copies the list. */
    public IlsvrcChart {
        results = List.copyOf(results);
    }

    /** {@return first places without other images, by year} */
    public List<Entry> winners() {
        return results.stream()
                .filter(entry -> entry.place() == 1 && !entry.more())
                .toList();
    }

    @Override
    public String title() {
        return "ILSVRC, classification: top-5 error of the winners";
    }

    /** {@return the drawing; a reader who points at a bar sees the entry and its source} */
    @Override
    public Svg svg() {
        var strokes = new Strokes();
        strokes.centred(WIDTH / 2, 22, title());
        var winners = winners();
        int room = (WIDTH - 2 * LEFT) / Math.max(1, winners.size());
        for (int i = 0; i < winners.size(); i++) {
            bar(strokes, winners.get(i), LEFT + room * i + room / 2);
        }
        strokes.line(LEFT, BASE, WIDTH - LEFT, BASE, Strokes.SOFT);
        return strokes.drawing(WIDTH, HEIGHT, title());
    }

    private void bar(Strokes strokes, Entry entry, int middle) {
        double most = winners().stream().mapToDouble(Entry::error).max().orElse(1);
        int height = (int) Math.round((BASE - TOP - 20) * entry.error() / most);
        strokes.explain(
                "text-anchor='middle'",
                entry.year() + ", " + entry.team() + ": " + entry.error() + " %, " + entry.entry() + "; "
                        + entry.source());
        String colour = entry.year() < FIRST_NETWORK ? "#d55e00" : "#0072b2";
        strokes.rectangle(middle - BAR / 2.0, BASE - height, BAR, height, "fill='" + colour + "'");
        strokes.text(middle, BASE - height - 6, "font-weight='bold'", entry.error() + " %");
        strokes.text(middle, BASE + 18, "font-weight='bold'", "" + entry.year());
        strokes.text(middle, BASE + 35, SMALL, entry.team());
        strokes.text(middle, BASE + 50, SOFT, entry.network());
        strokes.text(middle, BASE + 65, SOFT, depth(entry, " layers"));
        strokes.close();
    }

    private static String depth(Entry entry, String unit) {
        return entry.depth().isPresent() ? entry.depth().getAsInt() + unit : "";
    }

    /** {@return every entry with its source} */
    @Override
    public Grid grid() {
        var columns = List.of(
                new Grid.Column("year", true),
                new Grid.Column("place", true),
                new Grid.Column("team", false),
                new Grid.Column("network", false),
                new Grid.Column("layers", true),
                new Grid.Column("entry", false),
                new Grid.Column("images", false),
                new Grid.Column("top-5 error", true),
                new Grid.Column("source", false));
        return new Grid("", columns, results.stream().map(IlsvrcChart::row).toList(), List.of(), "");
    }

    private static List<String> row(Entry entry) {
        return List.of(
                "" + entry.year(),
                "" + entry.place(),
                entry.team(),
                entry.network(),
                depth(entry, ""),
                entry.entry(),
                entry.more() ? "more" : "those given",
                entry.error() + " %",
                entry.source());
    }
}
