package layerwise.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a cell would have defined, had it come that far. */
final class Absent {
    private static final Pattern NOTHING = Pattern.compile("because \"([^\".]+)\" is null");

    private final Map<String, String> sentences = new HashMap<>();
    private final Map<String, String> unset = new HashMap<>();

    /** The cell stopped at or before the place that defines these names. */
    void put(List<String> names, Places.Place place) {
        names.forEach(name -> sentences.put(
                name, name + " stands in " + place + ", but that cell stopped before it was defined; run it again"));
    }

    /** The type of the variable means another class now, which took the variable away. */
    void lost(String name, Places.Place place) {
        sentences.put(name, name + " went when its type changed; run the cell that defines it again, " + place);
    }

    /** What was to be the variable's value failed, so that it exists as null or 0. */
    void unset(String name, Places.Place place) {
        unset.put(name, name + " was not set, because " + place + " failed; run it again");
    }

    /** {@return that the variable was not set, and why; nothing for one that was} */
    Optional<String> unset(String name) {
        return Optional.ofNullable(unset.get(name));
    }

    /** {@return that the variable which was null was not set; nothing where it was} */
    Optional<String> unset(NullPointerException thrown) {
        Matcher nothing = NOTHING.matcher(Names.readable(String.valueOf(thrown.getMessage())));
        return nothing.find() ? unset(nothing.group(1)) : Optional.empty();
    }

    /** A cell has defined the name. */
    void remove(String name) {
        unset.remove(name);
        sentences.remove(name);
    }

    /** {@return where the name would have been defined, and why it is not} */
    Optional<String> of(String name) {
        return Optional.ofNullable(sentences.get(name));
    }
}
