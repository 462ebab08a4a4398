package layerwise.view;

import java.util.List;
import java.util.Locale;
import layerwise.analysis.Stack;

/**
 * Stacked 3 × 3 from the side: what a unit at the top sees at the bottom, and how many weights one window for all needs.
 *
 * @param channels maps that go in and out of each
 * @param stacks what is drawn, from left to right
 */
public record StackDrawing(int channels, List<Stack> stacks) implements Drawing {
    private static final int MARGIN = 16;
    private static final int CELL = 22;
    private static final int ROW = 44;
    private static final int TOP = 52;
    private static final int COLUMN = 240;

    /** Copies the list. */
    public StackDrawing {
        stacks = List.copyOf(stacks);
    }

    /**
     * {@return one, two and three convolutions over this number of maps}
     *
     * @throws IllegalArgumentException if there is no map
     */
    public static StackDrawing of(int channels) {
        return new StackDrawing(channels, Stack.upTo(3, channels));
    }

    private int deepest() {
        return stacks.stream().mapToInt(Stack::depth).max().orElse(0);
    }

    @Override
    public Svg svg() {
        var strokes = new Strokes();
        strokes.title(MARGIN, 24, title());
        for (int n = 0; n < stacks.size(); n++) {
            stack(strokes, stacks.get(n), MARGIN + n * COLUMN + COLUMN / 2);
        }
        return strokes.drawing(2 * MARGIN + stacks.size() * COLUMN, floor() + CELL + 82, title());
    }

    @Override
    public String title() {
        return "3×3 convolutions on each other, " + Numbers.counted(channels, "map") + " in and out";
    }

    private int floor() {
        return TOP + deepest() * ROW;
    }

    private void stack(Strokes strokes, Stack stack, int middle) {
        for (int level = 0; level <= stack.depth(); level++) {
            int cells = 2 * level + 1; // what the unit at the top sees here
            int y = floor() - (stack.depth() - level) * ROW;
            if (level > 0) {
                cone(strokes, middle, cells, y);
            }
            cells(strokes, middle, cells, y, level == 0 ? "#f59e0b" : level == stack.depth() ? "#dbeafe" : "#fef3c7");
        }
        int line = floor() + CELL + 20;
        label(strokes, middle, line, "sees " + stack.sees() + "×" + stack.sees(), "font-weight='bold'");
        label(
                strokes,
                middle,
                line + 18,
                stack.depth() + "·9·C² = " + Numbers.grouped(stack.stacked()) + " weights",
                "");
        label(
                strokes,
                middle,
                line + 36,
                "one " + stack.sees() + "×" + stack.sees() + ": " + stack.sees() * stack.sees() + "·C² = "
                        + Numbers.grouped(stack.single()) + saved(stack),
                "");
    }

    private static void label(Strokes strokes, int middle, int y, String text, String attributes) {
        strokes.text(middle, y, ("text-anchor='middle' " + attributes).strip(), text);
    }

    private static String saved(Stack stack) {
        double share = 1 - (double) stack.stacked() / stack.single();
        return share == 0 ? "" : String.format(Locale.ROOT, " (−%.0f %%)", 100 * share);
    }

    private static void cone(Strokes strokes, int middle, int cells, int y) {
        double above = (cells - 2) * CELL / 2.0;
        double below = cells * CELL / 2.0;
        strokes.path(
                "M" + Strokes.px(middle - above) + " " + (y - ROW + CELL) + "L" + Strokes.px(middle - below) + " " + y
                        + "H" + Strokes.px(middle + below) + "L" + Strokes.px(middle + above) + " " + (y - ROW + CELL)
                        + "Z",
                "fill='#f59e0b' fill-opacity='.15' stroke='#b45309' stroke-dasharray='3 3'");
    }

    private static void cells(Strokes strokes, int middle, int cells, int y, String fill) {
        double left = middle - cells * CELL / 2.0;
        for (int n = 0; n < cells; n++) {
            strokes.rectangle(left + n * CELL, y, CELL, CELL, "fill='" + fill + "' stroke='" + Strokes.SOFT + "'");
        }
    }

    /** {@return a row for each depth} */
    @Override
    public String text() {
        var columns = List.of(
                new Grid.Column("3×3 on each other", true),
                new Grid.Column("see", true),
                new Grid.Column("weights", true),
                new Grid.Column("weights of one", true),
                new Grid.Column("saved", true));
        var rows = stacks.stream()
                .map(stack -> List.of(
                        "" + stack.depth(),
                        stack.sees() + "×" + stack.sees(),
                        Numbers.grouped(stack.stacked()),
                        Numbers.grouped(stack.single()),
                        Numbers.percent(1 - (double) stack.stacked() / stack.single())))
                .toList();
        return PlainText.of(new Grid(title(), columns, rows, List.of(), ""));
    }
}
