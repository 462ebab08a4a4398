package layerwise.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.train.ConfusionMatrix;

/**
 * A confusion matrix as a map: a row a true class, a column an answer; right answers blue and framed, mistakes orange.
 *
 * <p>A cell is the darker the larger its share of its row; mistakes are drawn ten times as dark, so that 1 in 100 shows.
 *
 * @param matrix what is drawn
 */
public record ConfusionChart(ConfusionMatrix matrix) implements Picture {

    private static final int MARGIN = 16;
    private static final int TOP = 62;
    private static final int LONGEST_NAME = 110;
    private static final int RECALL = 62;
    private static final int WIDEST_CELL = 44;

    @Override
    public BufferedImage image() {
        int classes = matrix.classes().size();
        return Sheet.painted(left() + classes * cell() + RECALL + MARGIN, TOP + classes * cell() + MARGIN, this::paint);
    }

    private boolean shortNames() {
        return matrix.classes().stream().allMatch(name -> name.length() <= 3);
    }

    private int left() {
        return MARGIN + 20 + (shortNames() ? 26 : LONGEST_NAME);
    }

    private int cell() {
        int room = (Sheet.WIDEST - left() - RECALL - MARGIN) / matrix.classes().size();
        return Math.max(3, Math.min(WIDEST_CELL, room));
    }

    private void paint(Graphics2D graphics) {
        int classes = matrix.classes().size();
        titles(graphics, classes * cell());
        for (int label = 0; label < classes; label++) {
            head(graphics, label);
            for (int answer = 0; answer < classes; answer++) {
                cell(graphics, label, answer);
            }
        }
    }

    private void titles(Graphics2D graphics, int side) {
        graphics.setFont(Sheet.bold(13));
        Sheet.centred(graphics, "answered", left() + side / 2, MARGIN + 8);
        graphics.setFont(Sheet.font(11));
        Sheet.ending(graphics, "right", left() + side + RECALL, TOP - 8);
        var turned = (Graphics2D) graphics.create();
        turned.setFont(Sheet.bold(13));
        turned.rotate(-Math.PI / 2);
        Sheet.centred(turned, "true", -(TOP + side / 2), MARGIN + 8);
        turned.dispose();
    }

    /** The class before its row and above its column, and its share of right answers behind the row, where they fit. */
    private void head(Graphics2D graphics, int label) {
        if (cell() < 12) {
            return;
        }
        int middle = label * cell() + cell() / 2;
        String name = matrix.classes().get(label);
        graphics.setColor(Sheet.TEXT);
        graphics.setFont(Sheet.font(12));
        Sheet.ending(graphics, Sheet.cut(graphics, name, left() - MARGIN - 30), left() - 8, TOP + middle + 4);
        Sheet.centred(graphics, Sheet.cut(graphics, name, cell() - 4), left() + middle, TOP - 8);
        graphics.setFont(Sheet.font(11));
        int right = left() + matrix.classes().size() * cell() + RECALL;
        Sheet.ending(graphics, Numbers.percent(matrix.recall(label)), right, TOP + middle + 4);
    }

    private void cell(Graphics2D graphics, int label, int answer) {
        int x = left() + answer * cell();
        int y = TOP + label * cell();
        double darkness = darkness(label, answer);
        graphics.setColor(blend(label == answer ? Sheet.RIGHT : Sheet.WRONG, darkness));
        graphics.fillRect(x, y, cell(), cell());
        graphics.setStroke(Sheet.THIN);
        graphics.setColor(Sheet.FAINT);
        graphics.drawRect(x, y, cell(), cell());
        if (label == answer) {
            graphics.setColor(Sheet.TEXT);
            graphics.drawRect(x + 1, y + 1, cell() - 2, cell() - 2);
        }
        count(graphics, matrix.count(label, answer), darkness > 0.7 ? Color.WHITE : Sheet.TEXT, x, y);
    }

    private void count(Graphics2D graphics, int count, Color colour, int x, int y) {
        String text = Numbers.grouped(count);
        graphics.setFont(Sheet.font(text.length() * 7 < cell() - 4 ? 12 : 10));
        if (graphics.getFontMetrics().stringWidth(text) < cell()) {
            graphics.setColor(count == 0 ? Sheet.FAINT : colour);
            Sheet.centred(graphics, count == 0 ? "·" : text, x + cell() / 2, y + cell() / 2 + 4);
        }
    }

    private double darkness(int label, int answer) {
        int all = matrix.counts().get(label).stream().mapToInt(count -> count).sum();
        double share = all == 0 ? 0 : matrix.count(label, answer) / (double) all;
        return label == answer ? 0.85 * share : share == 0 ? 0 : Math.min(1, 0.15 + 0.85 * Math.min(1, 10 * share));
    }

    private static Color blend(Color colour, double darkness) {
        return new Color(
                part(colour.getRed(), darkness), part(colour.getGreen(), darkness), part(colour.getBlue(), darkness));
    }

    private static int part(int part, double darkness) {
        return (int) Math.round(255 - darkness * (255 - part));
    }

    /** {@return the counts in columns; rows are true classes, columns answers, the last column the share of right ones} */
    @Override
    public String text() {
        var heads = new ArrayList<Grid.Column>();
        heads.add(new Grid.Column("true \\ answered", false));
        matrix.classes().forEach(name -> heads.add(new Grid.Column(name, true)));
        heads.add(new Grid.Column("right", true));
        var rows = IntStream.range(0, matrix.classes().size())
                .mapToObj(this::cells)
                .toList();
        return PlainText.of(new Grid("", heads, rows, List.of(), ""));
    }

    private List<String> cells(int label) {
        var counts = matrix.counts().get(label).stream().map(count -> count == 0 ? "·" : Numbers.grouped(count));
        return Stream.of(
                        Stream.of(matrix.classes().get(label)),
                        counts,
                        Stream.of(Numbers.percent(matrix.recall(label))))
                .flatMap(cells -> cells)
                .toList();
    }
}
