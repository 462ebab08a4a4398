package layerwise.course;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import layerwise.kernel.Display;
import layerwise.train.Classifier;
import layerwise.train.History;
import layerwise.train.Progress;
import layerwise.train.Recipe;
import layerwise.view.LearningCurve;

/**
 * Shows training while it goes on, at most once a second: a line of text within the first epoch, then curves that grow by
 * epoch; the last epoch is always shown.
 */
final class LiveCurve implements Progress {
    private static final AtomicLong COUNT = new AtomicLong();
    private static final long SECOND = 1_000_000_000;
    private static final ThreadLocal<Optional<Place>> SHARED = ThreadLocal.withInitial(Optional::empty);

    private final Recipe recipe;
    private final Consumer<Object> place;
    private final String name;
    private final LongSupplier nanoseconds;
    private History known = History.EMPTY;
    private History drawn = History.EMPTY;
    private Optional<Long> last = Optional.empty();

    /**
     * A curve for a training by {@code recipe}.
     *
     * @param place shows a value in place of the one before
     * @param name of the run on the curve, empty for none
     * @param nanoseconds a clock
     */
    LiveCurve(Recipe recipe, Consumer<Object> place, String name, LongSupplier nanoseconds) {
        this.recipe = recipe;
        this.place = place;
        this.name = name;
        this.nanoseconds = nanoseconds;
    }

    /** {@return a curve in the cell that is running: in a place of its own, or in that of {@link #inOnePlace}} */
    static LiveCurve here(Recipe recipe) {
        String name = SHARED.get().map(place -> "seed " + recipe.seed()).orElse("");
        return new LiveCurve(recipe, SHARED.get().orElseGet(Place::new), name, System::nanoTime);
    }

    /** {@return what {@code trainings} gives; the curves of this thread follow each other in one place meanwhile} */
    static <T> T inOnePlace(Supplier<T> trainings) {
        SHARED.set(Optional.of(new Place()));
        try {
            return trainings.get();
        } finally {
            SHARED.remove();
        }
    }

    @Override
    public void step(Step step) {
        if (!due()) {
            return;
        }
        if (known.epochs().isEmpty()) {
            show(line(step));
        } else if (!known.equals(drawn)) {
            draw(known); // an epoch that came too soon after what was shown before
        }
    }

    private static String line(Step step) {
        return String.format(
                Locale.ROOT,
                "epoch %d of %d: %,d of %,d images, loss %.3f, accuracy %.1f %%",
                step.epoch(),
                step.epochs(),
                step.images(),
                step.of(),
                step.loss(),
                100 * step.accuracy());
    }

    @Override
    public void epoch(History history, Supplier<Classifier> classifier) {
        known = history;
        if (history.epochs().size() == recipe.epochs() || due()) {
            draw(history);
        }
    }

    /** Training has ended, perhaps before the last epoch of its recipe. */
    void end(History history) {
        if (!drawn.equals(history)) {
            draw(history);
        }
    }

    private void draw(History history) {
        drawn = history;
        show(LearningCurve.of(name, history));
    }

    private boolean due() {
        return last.isEmpty() || nanoseconds.getAsLong() - last.get() >= SECOND;
    }

    private void show(Object value) {
        place.accept(value);
        last = Optional.of(nanoseconds.getAsLong());
    }

    /** A place in the cell's output. */
    private static final class Place implements Consumer<Object> {
        private final String id = "training-" + COUNT.incrementAndGet();
        private boolean shown;

        @Override
        public void accept(Object value) {
            if (shown) {
                Display.updateDisplay(id, value);
            } else {
                Display.display(value, id);
            }
            shown = true;
        }
    }
}
