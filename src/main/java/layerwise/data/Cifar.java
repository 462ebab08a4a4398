package layerwise.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CIFAR-10 and CIFAR-100 in their binary version: a record an image, 1 or 2 bytes of labels, then 3 × 32 × 32 pixels, red
 * before green before blue.
 *
 * <p>Read from the unpacked files: {@code data_batch_1.bin} … {@code data_batch_5.bin} and {@code test_batch.bin}, or
 * {@code train.bin} and {@code test.bin}; in the folder itself or in the one that the archive makes. The format:
 * Krizhevsky, "The CIFAR-10 dataset".
 */
public final class Cifar {
    private Cifar() {}

    /** Which of the two labels of a CIFAR-100 image is its class; CIFAR-10 has one. */
    public enum Labels {
        /** 100 classes, {@code maple_tree}. */
        FINE,
        /** 20 superclasses, {@code trees}. */
        COARSE
    }

    /**
     * {@return the parts whose files this folder holds, one or both, with fine labels}
     *
     * @throws IOException as {@link #folder(Path, Labels)} does
     */
    public static Parts folder(Path folder) throws IOException {
        return folder(folder, Labels.FINE);
    }

    /**
     * {@return the parts whose files this folder holds, one or both}
     *
     * @throws IOException if there is no such folder, it holds no CIFAR file, a batch of five is missing, or a file is
     *     damaged: then it says in which file, at which offset, what was expected and what was found
     */
    public static Parts folder(Path folder, Labels labels) throws IOException {
        DataFolder.existing(folder);
        for (CifarKind kind : CifarKind.values()) {
            Optional<Path> place = place(folder, kind);
            if (place.isPresent()) {
                return parts(place.get(), kind, labels);
            }
        }
        throw missing(
                folder,
                Stream.of(CifarKind.values())
                        .flatMap(kind -> Stream.of(kind.train, kind.test))
                        .flatMap(List::stream)
                        .toList());
    }

    /** {@return where the files of this kind are, the folder itself or the one the archive makes in it} */
    static Optional<Path> place(Path folder, CifarKind kind) {
        return Stream.of(folder, folder.resolve(kind.folder))
                .filter(place -> has(place, kind.train) || has(place, kind.test))
                .findFirst();
    }

    private static Parts parts(Path place, CifarKind kind, Labels labels) throws IOException {
        return new Parts(part(place, kind, kind.train, labels, "train"), part(place, kind, kind.test, labels, "test"));
    }

    private static Optional<Dataset> part(Path place, CifarKind kind, List<String> names, Labels labels, String part)
            throws IOException {
        if (!has(place, names)) {
            return Optional.empty();
        }
        List<String> gone = names.stream()
                .filter(name -> !Files.isRegularFile(place.resolve(name)))
                .toList();
        if (!gone.isEmpty()) {
            throw missing(place, gone);
        }
        List<Path> files = names.stream().map(place::resolve).toList();
        return Optional.of(CifarFiles.read(kind.title + ", " + part, kind, files, labels));
    }

    private static boolean has(Path place, List<String> names) {
        return names.stream().anyMatch(name -> Files.isRegularFile(place.resolve(name)));
    }

    private static IOException missing(Path folder, List<String> names) throws IOException {
        return new IOException(folder + ": expected " + String.join(", ", names) + ", got " + DataFolder.listing(folder)
                + "; put the files there or name another folder");
    }
}
