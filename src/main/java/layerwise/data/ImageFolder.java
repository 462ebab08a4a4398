package layerwise.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import layerwise.layers.Shape;

/**
 * Photographs in folders, a folder a class: JPEG, PNG, GIF and BMP of any size become C × H × W, C = 3, or 1 for grey.
 *
 * <p>Each is resized until it just covers H × W and its middle is cut out, as ImageNet networks are tested (Krizhevsky et
 * al., 2012, section 2). Classes and files are taken in the order of their names, on every machine alike; other files
 * are passed over. Decoding runs on all processors and holds one picture for each.
 */
public final class ImageFolder {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "bmp");
    private static final List<String> TRAIN = List.of("train", "training");
    private static final List<String> TEST = List.of("test", "val", "valid", "validation");

    private ImageFolder() {}

    /**
     * {@return the parts of this folder: those in {@code train} and {@code test} (or {@code val}), else one to train on}
     *
     * @throws IOException as {@link #read} does, or if both parts have different classes
     */
    public static Parts folder(Path folder, Shape shape) throws IOException {
        DataFolder.existing(folder);
        Optional<Path> train = named(folder, TRAIN);
        Optional<Path> test = named(folder, TEST);
        if (train.isEmpty() || test.isEmpty()) {
            return new Parts(Optional.of(read(folder, shape)), Optional.empty());
        }
        Dataset known = read(train.get(), shape);
        Dataset unseen = read(test.get(), shape);
        if (!known.classes().equals(unseen.classes())) {
            throw new IOException(folder + ": expected the same classes to train and to test on, got " + known.classes()
                    + " and " + unseen.classes() + "; give both parts the same folders");
        }
        return new Parts(Optional.of(known), Optional.of(unseen));
    }

    /**
     * {@return all images below the folders of this folder; a folder's place in their order is the label}
     *
     * @throws IOException if there is no such folder, it has no folders, one of them has no image, an image cannot be
     *     read (then all such are named), or together they are too large for memory
     * @throws IllegalArgumentException if the shape has neither 1 nor 3 channels
     */
    public static Dataset read(Path folder, Shape shape) throws IOException {
        if (shape.channels() != 1 && shape.channels() != 3) {
            throw new IllegalArgumentException(
                    folder + ": expected a shape of 3 channels (colour) or 1 (grey) for images, got " + shape);
        }
        DataFolder.existing(folder);
        List<Path> classes = folders(folder);
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path one : classes) {
            List<Path> images = images(one);
            files.addAll(images);
            images.forEach(image -> labels.add(classes.indexOf(one)));
        }
        return new ImageLoader(folder, shape, files)
                .load(
                        classes.stream()
                                .map(one -> one.getFileName().toString())
                                .toList(),
                        labels.stream().mapToInt(Integer::intValue).toArray());
    }

    /** {@return whether this folder has folders, and an image in the first of them} */
    static boolean isIn(Path folder) throws IOException {
        List<Path> folders = list(folder, Files::isDirectory);
        return !folders.isEmpty()
                && Stream.of(folders.get(0), named(folder, TRAIN).orElse(folders.get(0)))
                        .anyMatch(ImageFolder::holdsImages);
    }

    private static boolean holdsImages(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.anyMatch(ImageFolder::isImage);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> named(Path folder, List<String> names) {
        return names.stream().map(folder::resolve).filter(Files::isDirectory).findFirst();
    }

    private static List<Path> folders(Path folder) throws IOException {
        List<Path> folders = list(folder, Files::isDirectory);
        if (folders.isEmpty()) {
            throw new IOException(folder + ": expected a folder for each class, got " + DataFolder.listing(folder)
                    + "; put the images of each class into a folder of its name");
        }
        return folders;
    }

    private static List<Path> images(Path folder) throws IOException {
        List<Path> images = list(folder, ImageFolder::isImage);
        if (images.isEmpty()) {
            throw new IOException(folder + ": expected images (jpg, png, gif or bmp), got " + DataFolder.listing(folder)
                    + "; put some there or take the folder away");
        }
        return images;
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                && !Files.isDirectory(file);
    }

    private static List<Path> list(Path folder, Predicate<Path> kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(kind)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw Reading.unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw Reading.unreadable(folder, e);
        }
    }
}
