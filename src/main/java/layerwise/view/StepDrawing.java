package layerwise.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import layerwise.data.Slide;
import layerwise.layers.Shape;

/**
 * A window that moves over a matrix, a position a second: what it reads, the sum written out, and the output filling up.
 *
 * <p>The motion is a style sheet alone. Where it is stripped, on paper, and for readers who want no motion, the last position
 * stands still beside the whole output. Zeros of the padding are dashed; what no window reads is hatched.
 *
 * @param slide what is drawn
 */
public record StepDrawing(Slide slide) implements Drawing {
    private static final int CELL = 30;
    private static final int MARGIN = 16;
    private static final int GAP = 34;
    private static final int TOP = 62;
    private static final int LINE = 17;
    private static final int LETTER = 7;
    private static final int TITLE_LETTER = 10; // the widest fonts that stand in for the title's
    private static final int PAUSE = 2; // beats at the end

    @Override
    public Svg svg() {
        return drawn(true);
    }

    @Override
    public Svg still() {
        return drawn(false);
    }

    private Svg drawn(boolean moving) {
        var strokes = new Strokes();
        if (moving) {
            strokes.add(motion());
        }
        strokes.title(MARGIN, 24, title());
        input(strokes);
        weights(strokes);
        output(strokes, moving);
        strokes.open("fill='#f59e0b' fill-opacity='.28' stroke='#b45309' stroke-width='2'");
        for (int n = moving ? 0 : last(); n <= last(); n++) {
            frame(strokes, n, moving);
        }
        strokes.close();
        return strokes.drawing(width(), height(), title());
    }

    private StepSums sums() {
        return new StepSums(slide);
    }

    private int last() {
        return slide.positions().size() - 1;
    }

    @Override
    public String title() {
        var shape = slide.input().shape();
        var out = slide.output().shape();
        return word() + " " + slide.window() + ": " + side(shape) + " → " + side(out);
    }

    private String word() {
        return switch (slide.work()) {
            case WEIGHTED -> "convolution";
            case MAX -> "max pooling";
            case AVERAGE -> "average pooling";
            case SUBSAMPLE -> "subsampling";
        };
    }

    private static String side(Shape shape) {
        return shape.height() + "×" + shape.width();
    }

    private int padding(boolean vertical) {
        return vertical
                ? slide.window().rows().padding()
                : slide.window().columns().padding();
    }

    private int left(int column) {
        return MARGIN + (padding(false) + column) * CELL;
    }

    private int top(int row) {
        return TOP + (padding(true) + row) * CELL;
    }

    private int weightsLeft() {
        return left(slide.input().shape().width() + padding(false)) + GAP;
    }

    private boolean weighted() {
        return slide.work() == Slide.Work.WEIGHTED;
    }

    private int outputLeft() {
        return weighted() ? weightsLeft() + slide.window().columns().size() * CELL + GAP : weightsLeft();
    }

    private int sumTop() {
        int rows = Math.max(
                slide.input().shape().height() + 2 * padding(true),
                Math.max(
                        slide.output().shape().height(),
                        weighted() ? slide.window().rows().size() : 0));
        return TOP + rows * CELL + 30;
    }

    private int width() {
        int grids = outputLeft() + slide.output().shape().width() * CELL + MARGIN;
        int letters = slide.positions().stream()
                .flatMap(position -> sums().lines(position).stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(Math.max(grids, letters * LETTER + 2 * MARGIN), title().length() * TITLE_LETTER + 2 * MARGIN);
    }

    private int height() {
        int lines = slide.positions().stream()
                .mapToInt(position -> sums().lines(position).size())
                .max()
                .orElse(0);
        return sumTop() + lines * LINE + 2;
    }

    /** Each position is seen in its own part of one round; what is written stays until the next. */
    private String motion() {
        int beats = slide.positions().size() + PAUSE;
        String name = "lw" + slide.positions().size();
        var rules = new StringBuilder("<style>@media (prefers-reduced-motion:no-preference){\n");
        rules.append("@keyframes ")
                .append(name)
                .append("{0%{opacity:1}")
                .append(percent(1, beats))
                .append("{opacity:0}}\n");
        rules.append('.')
                .append(name)
                .append("{animation:")
                .append(name)
                .append(' ')
                .append(beats);
        rules.append("s step-end infinite}\n");
        for (int n = 1; n <= last(); n++) {
            String own = name + "-" + n;
            rules.append("@keyframes ").append(own).append("{0%{opacity:0}").append(percent(n, beats));
            rules.append("{opacity:1}}.")
                    .append(own)
                    .append("{animation:")
                    .append(own)
                    .append(' ')
                    .append(beats);
            rules.append("s step-end infinite}\n");
        }
        return rules.append("}</style>\n").toString();
    }

    private static String percent(int beat, int beats) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * beat / beats);
    }

    private void input(Strokes strokes) {
        var shape = slide.input().shape();
        head(strokes, left(0), "input");
        int across = shape.width() + 2 * padding(false);
        int down = shape.height() + 2 * padding(true);
        if (across > shape.width() || down > shape.height()) {
            grid(strokes, MARGIN, TOP, down, across, "stroke='#9ca3af' stroke-dasharray='3 3'");
            strokes.rectangle(left(0), top(0), shape.width() * CELL, shape.height() * CELL, "fill='#fff'");
            zeros(strokes);
        }
        hatch(strokes);
        grid(strokes, left(0), top(0), shape.height(), shape.width(), "stroke='" + Strokes.SOFT + "'");
        strokes.open("text-anchor='middle'");
        for (int i = 0; i < shape.height(); i++) {
            for (int j = 0; j < shape.width(); j++) {
                number(strokes, left(j), top(i), slide.input().at(0, i, j));
            }
        }
        strokes.close();
    }

    private static void head(Strokes strokes, int x, String text) {
        strokes.text(x, TOP - 9, "fill='" + Strokes.SOFT + "'", text);
    }

    private static void grid(Strokes strokes, int x, int y, int rows, int columns, String attributes) {
        var lines = new StringBuilder();
        for (int i = 0; i <= rows; i++) {
            lines.append('M')
                    .append(x)
                    .append(' ')
                    .append(y + i * CELL)
                    .append('h')
                    .append(columns * CELL);
        }
        for (int j = 0; j <= columns; j++) {
            lines.append('M')
                    .append(x + j * CELL)
                    .append(' ')
                    .append(y)
                    .append('v')
                    .append(rows * CELL);
        }
        strokes.path(lines.toString(), "fill='none' " + attributes);
    }

    private void zeros(Strokes strokes) {
        var shape = slide.input().shape();
        strokes.open("text-anchor='middle' fill='#6b7280'");
        for (int i = -padding(true); i < shape.height() + padding(true); i++) {
            for (int j = -padding(false); j < shape.width() + padding(false); j++) {
                if (i < 0 || i >= shape.height() || j < 0 || j >= shape.width()) {
                    number(strokes, left(j), top(i), 0);
                }
            }
        }
        strokes.close();
    }

    private void hatch(Strokes strokes) {
        var lines = new StringBuilder();
        var shape = slide.input().shape();
        for (int i = 0; i < shape.height(); i++) {
            for (int j = 0; j < shape.width(); j++) {
                if (!slide.reads(i, j)) {
                    int x = left(j);
                    int y = top(i);
                    lines.append("M%d %dl10 -10M%d %dl20 -20M%d %dl30 -30M%d %dl20 -20M%d %dl10 -10"
                            .formatted(x, y + 10, x, y + 20, x, y + 30, x + 10, y + 30, x + 20, y + 30));
                }
            }
        }
        if (!lines.isEmpty()) {
            strokes.path(lines.toString(), "stroke='#9ca3af'");
        }
    }

    private static void number(Strokes strokes, int x, int y, double value) {
        String text = StepSums.shortened(value);
        strokes.text(x + CELL / 2.0, y + 19.0, text.length() > 3 ? "font-size='10'" : "", text);
    }

    private void weights(Strokes strokes) {
        if (!weighted()) {
            return;
        }
        var window = slide.window();
        head(strokes, weightsLeft(), "filter");
        grid(strokes, weightsLeft(), TOP, window.rows().size(), window.columns().size(), "stroke='#b45309'");
        strokes.open("text-anchor='middle'");
        var taps = slide.positions().get(0).taps();
        for (int n = 0; n < taps.size(); n++) {
            int x = weightsLeft() + n % window.columns().size() * CELL;
            number(
                    strokes,
                    x,
                    TOP + n / window.columns().size() * CELL,
                    taps.get(n).weight());
        }
        strokes.close();
    }

    private void output(Strokes strokes, boolean moving) {
        var shape = slide.output().shape();
        head(strokes, outputLeft(), "output");
        grid(strokes, outputLeft(), TOP, shape.height(), shape.width(), "stroke='#1d4ed8'");
        strokes.open("text-anchor='middle'");
        for (int n = 0; n < slide.positions().size(); n++) {
            var position = slide.positions().get(n);
            boolean comes = moving && n > 0;
            if (comes) {
                strokes.open("class='lw" + slide.positions().size() + "-" + n + "'");
            }
            number(strokes, outputLeft() + position.column() * CELL, TOP + position.row() * CELL, position.result());
            if (comes) {
                strokes.add("</g>");
            }
        }
        strokes.close();
    }

    private void frame(Strokes strokes, int n, boolean moving) {
        var position = slide.positions().get(n);
        String name = "lw" + slide.positions().size();
        if (!moving || n == last()) {
            strokes.open(moving && n > 0 ? "class='" + name + "-" + n + "'" : "");
        } else {
            strokes.open("class='" + name + "' opacity='0' style='animation-delay:" + n + "s'");
        }
        taps(strokes, position);
        strokes.rectangle(outputLeft() + position.column() * CELL, TOP + position.row() * CELL, CELL, CELL, "");
        strokes.open("fill='" + Strokes.DARK + "' fill-opacity='1' stroke='none'");
        var lines = sums().lines(position);
        for (int i = 0; i < lines.size(); i++) {
            strokes.text(MARGIN, sumTop() + i * LINE, "", lines.get(i));
        }
        strokes.add("</g>");
        strokes.close();
    }

    private void taps(Strokes strokes, Slide.Position position) {
        var window = slide.window();
        if (window.rows().dilation() == 1 && window.columns().dilation() == 1) {
            around(strokes, position);
        } else {
            strokes.path(
                    position.taps().stream()
                            .map(tap -> "M" + left(tap.column()) + " " + top(tap.row()) + "h30v30h-30z")
                            .collect(Collectors.joining()),
                    "");
        }
    }

    /** Taps that touch are one rectangle. */
    private void around(Strokes strokes, Slide.Position position) {
        var rows = position.taps().stream().mapToInt(Slide.Tap::row).summaryStatistics();
        var columns = position.taps().stream().mapToInt(Slide.Tap::column).summaryStatistics();
        strokes.rectangle(
                left(columns.getMin()),
                top(rows.getMin()),
                (columns.getMax() - columns.getMin() + 1) * CELL,
                (rows.getMax() - rows.getMin() + 1) * CELL,
                "");
    }

    /** {@return a line a position with its sum written out, and what no window reads} */
    @Override
    public String text() {
        var lines = slide.positions().stream()
                .map(position -> "(" + position.row() + ", " + position.column() + "): "
                        + String.join(" ", sums().lines(position)))
                .collect(Collectors.joining("\n", title() + "\n", ""));
        return lines + ignored("row", slide.ignoredRows()) + ignored("column", slide.ignoredColumns());
    }

    private static String ignored(String word, List<Integer> which) {
        return which.isEmpty()
                ? ""
                : "\nno window reads " + word + (which.size() == 1 ? " " : "s ")
                        + which.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
