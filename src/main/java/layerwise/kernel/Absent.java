package layerwise.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names that a cell would have defined, had it come that far. */
final class Absent {
    private final Map<String, Places.Place> places = new HashMap<>();

    /** The cell stopped at or before the place that defines these names. */
    void put(List<String> names, Places.Place place) {
        names.forEach(name -> places.put(name, place));
    }

    /** A cell has defined the name. */
    void remove(String name) {
        places.remove(name);
    }

    /** {@return the place that would have defined the name} */
    Optional<Places.Place> of(String name) {
        return Optional.ofNullable(places.get(name));
    }
}
