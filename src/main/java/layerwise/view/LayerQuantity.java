package layerwise.view;

import java.util.Locale;
import java.util.Optional;
import layerwise.train.LayerMeasure;

/** What is measured of a layer in every epoch of a training that is measured. */
public enum LayerQuantity {
    /** |g| over the parameters of a layer: where it shrinks from layer to layer, the first ones learn little. */
    GRADIENTS("gradient norm", true) {
        @Override
        Optional<Double> of(LayerMeasure measure) {
            return measure.gradientNorm();
        }
    },
    /** |Δw| / |w| of the first step; near 0.001 in training that goes well, as a rule of thumb. */
    UPDATES("update / weight", true) {
        @Override
        Optional<Double> of(LayerMeasure measure) {
            return measure.updateRatio();
        }
    },
    /** Percent of a ReLU's units that give 0 for every image of the batch. */
    DEAD("dead units in percent", false) {
        @Override
        Optional<Double> of(LayerMeasure measure) {
            return measure.deadShare().map(share -> 100 * share);
        }
    };

    private final String title;
    private final boolean logarithmic;

    LayerQuantity(String title, boolean logarithmic) {
        this.title = title;
        this.logarithmic = logarithmic;
    }

    /** {@return what a layer has of it; nothing where it has no such number} */
    abstract Optional<Double> of(LayerMeasure measure);

    /** {@return its name with its unit} */
    String title() {
        return title;
    }

    /** {@return whether its axis has powers of ten} */
    boolean logarithmic() {
        return logarithmic;
    }

    /** {@return a number of it in few digits, for a table} */
    String printed(double number) {
        return String.format(Locale.ROOT, logarithmic ? "%.2e" : "%.1f %%", number);
    }
}
