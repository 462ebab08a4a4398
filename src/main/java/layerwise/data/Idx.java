package layerwise.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.layers.Shape;

/**
 * MNIST and its like: pairs of IDX files, images N × H × W and labels N, plain or gzip, from one folder.
 *
 * <p>Both usual namings are known, {@code train-images-idx3-ubyte} and {@code train-images.idx3-ubyte}. The format:
 * LeCun, Cortes and Burges, "The MNIST database of handwritten digits".
 */
public final class Idx {
    private Idx() {}

    /** One of the two pairs of files. */
    public enum Part {
        /** {@code train-images…}, 60,000 images in MNIST. */
        TRAIN("train"),
        /** {@code t10k-images…}, 10,000 images in MNIST. */
        TEST("t10k");

        final String prefix;

        Part(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * {@return the parts whose files this folder holds, one or both}
     *
     * @throws IOException if there is no such folder, it holds no IDX file, or a part is damaged
     */
    public static Parts folder(Path folder) throws IOException {
        DataFolder.existing(folder);
        Optional<Dataset> train = present(folder, Part.TRAIN);
        Optional<Dataset> test = present(folder, Part.TEST);
        if (train.isEmpty() && test.isEmpty()) {
            throw IdxNames.missing(folder, IdxNames.all());
        }
        return new Parts(train, test);
    }

    /**
     * {@return one part, with classes 0 … 9, or those of Fashion-MNIST or Kuzushiji-MNIST if the folder's name has
     * {@code fashion}, {@code kmnist} or {@code kuzushiji} in it}
     *
     * @throws IOException if the folder or a file of the pair is missing, or damaged: then it says in which file, at which
     *     offset, what was expected and what was found
     */
    public static Dataset read(Path folder, Part part) throws IOException {
        DataFolder.existing(folder);
        IdxFile images = IdxFile.read(IdxNames.file(folder, part, IdxKind.IMAGES), IdxKind.IMAGES);
        IdxFile labels = IdxFile.read(IdxNames.file(folder, part, IdxKind.LABELS), IdxKind.LABELS);
        if (labels.count() != images.count()) {
            throw labels.error(
                    4,
                    images.count() + " labels, one for each image of "
                            + images.path().getFileName() + ", got " + labels.count(),
                    "take both files from one download");
        }
        String name = folder.toAbsolutePath().normalize().getFileName() + ", "
                + part.name().toLowerCase(Locale.ROOT);
        Shape shape = Shape.of(1, images.sizes().get(1), images.sizes().get(2));
        return Dataset.own(name, shape, Classes.named(name), numbers(labels), images.content());
    }

    /** {@return whether this folder holds an IDX file of either part} */
    static boolean isIn(Path folder) {
        return Stream.of(Part.values())
                .anyMatch(part -> Stream.of(IdxKind.values())
                        .anyMatch(kind -> IdxNames.find(folder, part, kind).isPresent()));
    }

    private static Optional<Dataset> present(Path folder, Part part) throws IOException {
        boolean any = IdxNames.find(folder, part, IdxKind.IMAGES).isPresent()
                || IdxNames.find(folder, part, IdxKind.LABELS).isPresent();
        return any ? Optional.of(read(folder, part)) : Optional.empty();
    }

    private static int[] numbers(IdxFile labels) throws IOException {
        int[] numbers = new int[labels.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = labels.content()[i] & 0xFF;
            if (numbers[i] > 9) {
                throw labels.error(
                        IdxKind.LABELS.header() + i,
                        "a label of 0 to 9, got " + numbers[i] + " at index " + i,
                        IdxFile.AGAIN);
            }
        }
        return numbers;
    }
}
