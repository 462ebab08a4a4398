package layerwise.layers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Names the layers of one named part of a network, and says where in it something went wrong.
 *
 * <p>A layer's path is the names around it and its kind, {@code inception3a/5x5/conv}. Where a part holds several of a
 * kind they are counted from 1, {@code conv1, conv2}; where it holds a single layer and no more, the part's name is
 * the layer's path, so {@code conv(6, 5).as("C1")} stands at {@code C1}.
 */
public final class Scope {
    private final String network;
    private final String path;
    private final Set<String> claimed = new HashSet<>();
    private final Map<String, Integer> declared = new HashMap<>();
    private final Map<String, Integer> numbered = new HashMap<>();
    private int members;

    private Scope(String network, String path, Layer content) {
        this.network = network;
        this.path = path;
        content.declare(this);
    }

    /** {@return the outermost scope of the network {@code name}, whose layers are {@code body}} */
    public static Scope of(String name, Layer body) {
        return new Scope(name, "", body);
    }

    /** Notes that a layer of {@code kind} will ask for a name. */
    void count(String kind) {
        declared.merge(kind, 1, Integer::sum);
        members++;
    }

    /** Notes a part that brings its own name, which no other part of this scope may have. */
    void claim(String name) {
        if (!claimed.add(name)) {
            throw new IllegalArgumentException(
                    place(path) + ": two parts are named " + name + "; names are paths, so give each its own");
        }
        members++;
    }

    /** {@return the scope inside the part {@code name}} */
    Scope inside(String name, Layer content) {
        return new Scope(network, below(name), content);
    }

    /** {@return the path of the next layer of {@code kind}} */
    String next(String kind) {
        if (members == 1 && !path.isEmpty()) {
            return path;
        }
        if (declared.get(kind) == 1 && !claimed.contains(kind)) {
            return below(kind);
        }
        String name;
        do {
            name = kind + numbered.merge(kind, 1, Integer::sum);
        } while (claimed.contains(name));
        return below(name);
    }

    /** {@return what {@code work} returns; its complaints are passed on with the place put before them} */
    <V> V at(String place, Supplier<V> work) {
        return located(place(place), work);
    }

    /** {@return what {@code work} returns; its complaints are passed on with {@code place} put before them} */
    public static <V> V located(String place, Supplier<V> work) {
        try {
            return work.get();
        } catch (WindowMisfit e) {
            throw new WindowMisfit(place + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage());
        }
    }

    /** {@return the path of this scope itself} */
    String path() {
        return path;
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    private String place(String at) {
        return at.isEmpty() ? network : network + "/" + at;
    }
}
