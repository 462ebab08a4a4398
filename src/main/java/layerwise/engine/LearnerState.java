package layerwise.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a learner remembers besides its weights: with both it goes on as if it had never stopped.
 *
 * @param updates steps so far, which Adam's correction counts
 * @param slots for each array kept beside a weight its numbers, by the slot's name and the weight's,
 *     {@code velocity/C1/conv/weight}; the arrays are handed over, not copied
 */
public record LearnerState(long updates, Map<String, float[]> slots) {

    /** Of a learner that has not learned yet. */
    public static final LearnerState NONE = new LearnerState(0, Map.of());

    /** Fixes the order of the names. */
    public LearnerState {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }
}
