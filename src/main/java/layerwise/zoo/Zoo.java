package layerwise.zoo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import layerwise.layers.Given;
import layerwise.layers.WindowMisfit;
import layerwise.network.Nearest;
import layerwise.network.Network;
import layerwise.network.Source;

/** Every network of the course by its id. */
public final class Zoo {
    private Zoo() {}

    /**
     * One network of the course.
     *
     * @param id lower case with hyphens, as the command line takes it
     * @param task what the paper uses it for
     * @param definition makes the network for a task
     */
    public record Entry(String id, Task task, Function<Task, Network> definition) {

        /** {@return the network as the paper has it} */
        public Network network() {
            return definition.apply(task);
        }

        /**
         * {@return the network for another task}
         *
         * @throws IllegalArgumentException if the images do not fit; the message names the layer and a square image that
         *     does
         */
        public Network network(Task other) {
            Given.value(other, "a task for " + id);
            try {
                return definition.apply(other);
            } catch (WindowMisfit e) {
                throw e; // which names the smallest square image itself
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(e.getMessage()
                        + larger(other)
                                .map(side -> "; the next larger square input that fits is " + side + "×" + side)
                                .orElse(""));
            }
        }

        /** A side that fits, up to the paper's own, where the size is at fault and not the classes. */
        private Optional<Integer> larger(Task other) {
            int least = Math.min(other.image().height(), other.image().width());
            return IntStream.rangeClosed(
                            Math.min(least, task.image().height()) + 1,
                            task.image().height())
                    .filter(side -> fits(other.at(side)))
                    .boxed()
                    .findFirst();
        }

        private boolean fits(Task other) {
            try {
                definition.apply(other);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /** {@return the paper, its year, and the place in it that says which variant this is} */
        public Source source() {
            return network().source().orElseThrow();
        }
    }

    /** {@return all of them, in the order of the course} */
    public static List<Entry> entries() {
        return Catalogue.ENTRIES;
    }

    /**
     * {@return the network with this id or another usual name; case, hyphens, dots and spaces do not matter}
     *
     * @throws IllegalArgumentException if there is none; the message names the three nearest
     */
    public static Network network(String id) {
        return entry(id).network();
    }

    /**
     * {@return the entry with this id or another usual name; case, hyphens, dots and spaces do not matter}
     *
     * @throws IllegalArgumentException if there is none; the message names the three nearest
     */
    public static Entry entry(String id) {
        Given.value(id, "the id of a network");
        String key = key(canonical(id));
        return entries().stream()
                .filter(entry -> key(entry.id()).equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private static String canonical(String id) {
        return Aliases.IDS.entrySet().stream()
                .filter(alias -> key(alias.getKey()).equals(key(id)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(id);
    }

    private static IllegalArgumentException unknown(String id) {
        if (key(id).isEmpty()) {
            return new IllegalArgumentException("the id of a network is expected, got \"" + id
                    + "\"; ./layerwise zoo lists all " + entries().size());
        }
        String nearest = String.join(
                ", ", Nearest.to(id, entries().stream().map(Entry::id).toList(), Zoo::key));
        return new IllegalArgumentException("no network is called " + id + "; the nearest are " + nearest
                + "; ./layerwise zoo lists all " + entries().size());
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
