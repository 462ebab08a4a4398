package layerwise.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.layers.Shape;

/**
 * Datasets by name: {@code mnist}, {@code fashion-mnist}, {@code kmnist}, {@code cifar-10} and {@code cifar-100} are
 * downloaded once, {@code digits} and {@code shapes} are drawn; and by folder: IDX or CIFAR files, or images in a folder a
 * class.
 */
public final class Datasets {
    private static final String DIGITS = "digits";
    private static final String SHAPES = "shapes";
    private static final long SEED = 1;
    private static final int TRAIN = 8_000;
    private static final int TEST = 2_000;

    private Datasets() {}

    /** A dataset is not on this machine and could not be downloaded; the message says which files to put where. */
    public static final class Unavailable extends IOException {
        private static final long serialVersionUID = 1;

        Unavailable(String message) {
            super(message);
        }
    }

    /** {@return the names that {@link #open} knows} */
    public static List<String> names() {
        return Stream.concat(Publication.ALL.stream().map(Publication::id), Stream.of(DIGITS, SHAPES))
                .toList();
    }

    /** As {@link #open(String, Shape, Optional, DownloadProgress)}, all images, silently. */
    public static Split open(String name, Shape input) throws IOException {
        return open(name, input, Optional.empty(), DownloadProgress.NONE);
    }

    /**
     * {@return the dataset of this name, or in this folder, to train and to test on}
     *
     * @param name one of {@link #names}, or a folder
     * @param input what the network expects: images of a folder are resized to it, others are not
     * @param train images to learn from, the first ones; all if absent, 8,000 of the drawn ones
     * @param progress hears of downloads
     * @throws Unavailable if it is not here and could not be downloaded
     * @throws IOException if it cannot be read, or there is neither such a name nor such a folder
     * @throws IllegalArgumentException if there are fewer images
     */
    public static Split open(String name, Shape input, Optional<Integer> train, DownloadProgress progress)
            throws IOException {
        Optional<Publication> published = Publication.named(name);
        if (published.isPresent()) {
            return split(Store.located().obtain(published.get(), progress), train);
        }
        if (name.equals(DIGITS) || name.equals(SHAPES)) {
            return drawn(name.equals(SHAPES), train.orElse(TRAIN), TEST);
        }
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new IOException(name + ": expected a folder or one of " + String.join(", ", names()) + ", got "
                    + (Files.exists(folder) ? "a file" : "neither") + "; name one of these");
        }
        return split(folder(folder, input), train);
    }

    /**
     * {@return what this folder holds: IDX files, CIFAR files, or images in a folder a class}
     *
     * @throws IOException if it holds none of these, or they cannot be read
     */
    public static Parts folder(Path folder, Shape input) throws IOException {
        DataFolder.existing(folder);
        if (Idx.isIn(folder)) {
            return Idx.folder(folder);
        }
        if (Stream.of(CifarKind.values())
                .anyMatch(kind -> Cifar.place(folder, kind).isPresent())) {
            return Cifar.folder(folder);
        }
        if (ImageFolder.isIn(folder)) {
            return ImageFolder.folder(folder, input);
        }
        throw new IOException(folder + ": expected IDX files (train-images-idx3-ubyte and its like), CIFAR files"
                + " (data_batch_1.bin, train.bin) or images in a folder for each class, got "
                + DataFolder.listing(folder) + "; name another folder");
    }

    /**
     * {@return what the folder that {@code LAYERWISE_DATA} names holds; its {@code mnist} where it is a store of downloaded
     * datasets; nothing where the variable is not set, or the store has no MNIST}
     *
     * @throws IOException if there is no such folder, it holds no dataset, or it cannot be read
     */
    public static Optional<Parts> located(Shape input) throws IOException {
        return located(DataFolder.located(), input);
    }

    static Optional<Parts> located(Optional<Path> named, Shape input) throws IOException {
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Path folder = named.get();
        boolean store = Publication.ALL.stream().anyMatch(one -> Files.isDirectory(folder.resolve(one.id())));
        if (store) {
            Path mnist = folder.resolve("mnist");
            return Idx.isIn(mnist) ? Optional.of(Idx.folder(mnist)) : Optional.empty();
        }
        return Optional.of(folder(folder, input));
    }

    /**
     * {@return a dataset for a lesson, which never waits for a download: the one of this name if it is on this machine, else
     * a drawn one of the same shape} The name of the images says which.
     *
     * @param train images to learn from at most
     * @param test images to test on at most
     * @throws IllegalArgumentException if there is no dataset of this name
     * @throws IOException if it is here and cannot be read
     */
    public static Split lesson(String name, int train, int test) throws IOException {
        if (!names().contains(name)) {
            throw new IllegalArgumentException(
                    name + ": expected one of " + String.join(", ", names()) + "; name one of these");
        }
        Optional<Publication> published = Publication.named(name);
        Optional<Parts> here = published.isPresent() ? Store.located().here(published.get()) : Optional.empty();
        return here.isPresent()
                ? small(here.get().split(), train, test)
                : drawn(name.startsWith("cifar") || name.equals(SHAPES), train, test);
    }

    private static Split small(Split all, int train, int test) {
        return new Split(
                all.train().first(Math.min(train, all.train().size())),
                all.test().first(Math.min(test, all.test().size())));
    }

    private static Split split(Parts parts, Optional<Integer> train) {
        return train.map(parts::split).orElseGet(parts::split);
    }

    private static Split drawn(boolean colour, int train, int test) {
        int count = Math.addExact(train, test);
        return Split.of(colour ? DrawnShapes.draw(count, SEED) : DrawnDigits.draw(count, SEED), train);
    }
}
