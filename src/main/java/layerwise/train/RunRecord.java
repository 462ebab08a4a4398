package layerwise.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import layerwise.data.Split;
import layerwise.engine.Parallel;
import layerwise.engine.Weights;
import layerwise.network.Network;

/**
 * What was trained, how, on what, by what, and how it went: all of a {@link Run} but the weights, enough to train it again.
 *
 * @param network which
 * @param recipe how; its seed decides weights, order and dropout
 * @param data on what
 * @param first digest of the weights that it started from, where they were not drawn by the recipe
 * @param parallel how its steps were spread over the machine, which decides how sums are rounded; on one thread if not said
 * @param classes what the outputs stand for
 * @param versions by what
 * @param ending why it ended
 * @param when it ended, in UTC as ISO 8601 writes it
 * @param seconds it took, of the last session where it was resumed
 * @param history every epoch
 */
public record RunRecord(
        Subject network,
        Recipe recipe,
        RunData data,
        Optional<String> first,
        Optional<Parallel> parallel,
        List<String> classes,
        Versions versions,
        Ending ending,
        String when,
        double seconds,
        History history)
        implements Recorded {

    private static final Document<RunRecord> DOCUMENT = new Document<>("run", 2, RunRecord.class);

    /** Copies the list. */
    public RunRecord {
        classes = List.copyOf(classes);
    }

    /** {@return this record in JSON} */
    public String json() {
        return DOCUMENT.text(this);
    }

    /** Writes {@link #json} to {@code file}, which is there whole or not at all. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, out -> out.write(json().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * {@return the record that {@link #write} put into {@code file}}
     *
     * @throws IOException if it is not there, is no run, or is one of a newer Layerwise
     */
    public static RunRecord read(Path file) throws IOException {
        return DOCUMENT.read(file);
    }

    /**
     * {@return the record that {@link #json} wrote}
     *
     * @param place where the text is from, as messages call it
     * @throws IOException if it is no run, or is one of a newer Layerwise
     */
    public static RunRecord of(String place, String json) throws IOException {
        return DOCUMENT.of(place, json);
    }

    /** {@return this record, whose history is {@link History#brief}: small enough to keep with the course} */
    public RunRecord brief() {
        return new RunRecord(
                network, recipe, data, first, parallel, classes, versions, ending, when, seconds, history.brief());
    }

    /** {@return share of the test images answered rightly after the last epoch} */
    public double accuracy() {
        return history.last().testAccuracy();
    }

    /**
     * {@return the training that this run was, to be run again}
     *
     * <p>The same engine on the same machine gives the same history, as far as no budget of time or memory ended it.
     *
     * @throws IllegalArgumentException if {@code network} or {@code images} are not those it was trained with
     */
    public Training again(Network network, Split images) {
        if (first.isPresent()) {
            throw new IllegalArgumentException(this.network.name() + ": this run started from weights with the digest "
                    + Subject.brief(first.get()) + "; give them too");
        }
        return training(network, images);
    }

    /**
     * As {@link #again(Network, Split)}, for a run that started from {@code weights}.
     *
     * @throws IllegalArgumentException also if it started from others
     */
    public Training again(Network network, Split images, Weights weights) {
        String got = Subject.digest(weights);
        if (!first.equals(Optional.of(got))) {
            throw new IllegalArgumentException(this.network.name() + ": this run started from "
                    + first.map(digest -> "weights with the digest " + Subject.brief(digest))
                            .orElse("weights that its recipe drew")
                    + ", got weights with " + Subject.brief(got) + "; give those");
        }
        return training(network, images).startingFrom(weights);
    }

    /** {@return this} */
    @Override
    public RunRecord record() {
        return this;
    }

    /** {@return one line: what was trained, on how much, with which result; without clock times, the same every time} */
    @Override
    public String toString() {
        int epochs = history.epochs().size();
        return String.format(
                Locale.ROOT,
                "%s, seed %d: test accuracy %.2f %% on %,d images after %,d epoch%s",
                network.name(),
                recipe.seed(),
                100 * accuracy(),
                data.test().size(),
                epochs,
                epochs == 1 ? "" : "s");
    }

    private Training training(Network network, Split images) {
        this.network.check(network);
        data.check(images);
        return Training.of(network, recipe, images)
                .spread(parallel.orElse(Parallel.alone()))
                .guarded(guards());
    }

    private Guards guards() {
        return ending.cause() == Ending.Cause.RECIPE
                ? Guards.NONE
                : Guards.NONE.epochs(history.epochs().size());
    }
}
