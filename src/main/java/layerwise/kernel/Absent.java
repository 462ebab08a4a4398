package layerwise.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names that a cell would have defined, had it come that far. */
final class Absent {
    private final Map<String, String> sentences = new HashMap<>();

    /** The cell stopped at or before the place that defines these names. */
    void put(List<String> names, Places.Place place) {
        names.forEach(name -> sentences.put(
                name, name + " stands in " + place + ", but that cell stopped before it was defined; run it again"));
    }

    /** The type of the variable means another class now, which took the variable away. */
    void lost(String name, Places.Place place) {
        sentences.put(name, name + " went when its type changed; run the cell that defines it again, " + place);
    }

    /** A cell has defined the name. */
    void remove(String name) {
        sentences.remove(name);
    }

    /** {@return where the name would have been defined, and why it is not} */
    Optional<String> of(String name) {
        return Optional.ofNullable(sentences.get(name));
    }
}
