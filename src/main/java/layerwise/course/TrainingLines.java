package layerwise.course;

import java.util.Locale;
import java.util.function.Supplier;
import layerwise.train.Classifier;
import layerwise.train.Epoch;
import layerwise.train.History;
import layerwise.train.Progress;

/** A line an epoch, and on a terminal one that says where the epoch is. */
final class TrainingLines implements Progress {
    private final Terminal terminal;
    private int epoch;
    private long start;

    TrainingLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void step(Step step) {
        if (step.epoch() != epoch) {
            epoch = step.epoch();
            start = System.nanoTime();
        } else if (terminal.isDue()) {
            terminal.passing(String.format(
                    Locale.ROOT,
                    "epoch %d of %d: %,d of %,d images, loss %.4f, accuracy %.2f %%, %,.0f images/s",
                    step.epoch(),
                    step.epochs(),
                    step.images(),
                    step.of(),
                    step.loss(),
                    100 * step.accuracy(),
                    step.images() / ((System.nanoTime() - start) / 1e9)));
        }
    }

    @Override
    public void epoch(History history, Supplier<Classifier> classifier) {
        Epoch last = history.last();
        terminal.line(String.format(
                Locale.ROOT,
                "epoch %2d  loss %7.4f  accuracy %6.2f %%   test loss %7.4f  test accuracy %6.2f %%",
                last.number(),
                last.loss(),
                100 * last.accuracy(),
                last.testLoss(),
                100 * last.testAccuracy()));
    }
}
