package layerwise.course;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import layerwise.kernel.Display;
import layerwise.train.Classifier;
import layerwise.train.History;
import layerwise.train.Progress;
import layerwise.train.Recipe;
import layerwise.view.LearningCurve;

/** Shows training while it goes on: a line of text within the first epoch, then curves that grow by epoch. */
final class LiveCurve implements Progress {
    private static final AtomicLong COUNT = new AtomicLong();
    private static final long SECOND = 1_000_000_000;

    private final String id = "training-" + COUNT.incrementAndGet();
    private final Recipe recipe;
    private boolean shown;
    private boolean curves;
    private long nextLine;
    private long nextCurve;

    LiveCurve(Recipe recipe) {
        this.recipe = recipe;
    }

    @Override
    public void step(Step step) {
        if (!curves && System.nanoTime() > nextLine) {
            show(String.format(
                    Locale.ROOT,
                    "epoch %d of %d: %,d of %,d images, loss %.3f, accuracy %.1f %%",
                    step.epoch(),
                    step.epochs(),
                    step.images(),
                    step.of(),
                    step.loss(),
                    100 * step.accuracy()));
            nextLine = System.nanoTime() + SECOND;
        }
    }

    @Override
    public void epoch(History history, Supplier<Classifier> classifier) {
        boolean last = history.epochs().size() == recipe.epochs();
        if (last || System.nanoTime() > nextCurve) {
            show(LearningCurve.of(history));
            curves = true;
            nextCurve = System.nanoTime() + SECOND;
        }
    }

    private void show(Object value) {
        if (shown) {
            Display.updateDisplay(id, value);
        } else {
            Display.display(value, id);
        }
        shown = true;
    }
}
