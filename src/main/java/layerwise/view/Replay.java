package layerwise.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import layerwise.train.History;
import layerwise.train.RunRecord;

/**
 * A recorded training drawn at once: its whole curve, and below it what was trained, on what, by what and when.
 *
 * @param record what is drawn
 */
public record Replay(RunRecord record) implements Picture {
    private static final int LINE = 16;
    private static final int MARGIN = 16;
    private static final int ROWS = 12;

    @Override
    public BufferedImage image() {
        var curve = curve(record.history()).image();
        var lines = new RunFacts(record).lines();
        return Sheet.painted(curve.getWidth(), curve.getHeight() + LINE * lines.size() + MARGIN, graphics -> {
            graphics.drawImage(curve, 0, 0, null);
            facts(graphics, lines, curve.getHeight());
        });
    }

    private LearningCurve curve(History history) {
        return LearningCurve.of(record.network().name(), history);
    }

    private static void facts(Graphics2D graphics, List<String> lines, int top) {
        graphics.setFont(Sheet.font(11));
        for (int i = 0; i < lines.size(); i++) {
            String line = Sheet.cut(graphics, lines.get(i), Sheet.WIDEST - 2 * MARGIN);
            graphics.drawString(line, MARGIN, top + LINE * (i + 1));
        }
    }

    /** {@return the facts, and a table of a dozen epochs at most, the last among them} */
    @Override
    public String text() {
        var epochs = record.history().epochs();
        int step = (epochs.size() + ROWS - 1) / ROWS;
        var shown = epochs.stream()
                .filter(epoch -> (epochs.size() - epoch.number()) % step == 0)
                .toList();
        return new RunFacts(record).text() + "\n\n" + curve(new History(shown)).text();
    }
}
