package layerwise.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import layerwise.layers.Shape;

/** The records of one or more CIFAR files, one after the other, read straight into the arrays of a {@link Dataset}. */
final class CifarFiles {
    private static final Shape SHAPE = Shape.of(3, 32, 32);

    private final CifarKind kind;
    private final int label;
    private final List<String> classes;
    private final int[] labels;
    private final byte[] pixels;
    private int size;

    private CifarFiles(CifarKind kind, Cifar.Labels which, Path first, long images) throws IOException {
        this.kind = kind;
        label = kind == CifarKind.HUNDRED && which == Cifar.Labels.FINE ? 1 : 0;
        classes = kind == CifarKind.TEN
                ? Classes.CIFAR_10
                : which == Cifar.Labels.FINE ? Classes.CIFAR_100 : Classes.CIFAR_20;
        labels = new int[(int) images];
        pixels = Reading.room(first, images * CifarKind.PIXELS, images + " images of " + SHAPE);
    }

    /** {@return all images of these files, in order} */
    static Dataset read(String name, CifarKind kind, List<Path> files, Cifar.Labels which) throws IOException {
        long images = 0;
        for (Path file : files) {
            images += count(file, kind);
        }
        if (images > Dataset.most(SHAPE)) {
            throw new IOException(files.get(0) + ": expected at most " + Dataset.most(SHAPE) + " images, got " + images
                    + "; " + Reading.AGAIN);
        }
        CifarFiles into = new CifarFiles(kind, which, files.get(0), images);
        for (Path file : files) {
            into.add(file);
        }
        return Dataset.own(name, SHAPE, into.classes, into.labels, into.pixels);
    }

    private static long count(Path file, CifarKind kind) throws IOException {
        long bytes = Files.size(file);
        if (bytes == 0 || bytes % kind.record() != 0) {
            throw new IOException(file + ": expected one or more records of " + kind.record() + " bytes (" + kind.labels
                    + (kind.labels == 1 ? " label" : " labels") + ", " + SHAPE + " pixels), got " + bytes + " bytes; "
                    + Reading.AGAIN);
        }
        return bytes / kind.record();
    }

    private void add(Path file) throws IOException {
        byte[] head = new byte[kind.labels];
        long images = count(file, kind);
        try (InputStream in = new BufferedInputStream(Reading.open(file), 1 << 16)) {
            for (long i = 0; i < images; i++) {
                int read = in.readNBytes(head, 0, head.length)
                        + in.readNBytes(pixels, size * CifarKind.PIXELS, CifarKind.PIXELS);
                check(file, i, read, head);
                labels[size++] = head[label] & 0xFF;
            }
        }
    }

    private void check(Path file, long image, int read, byte[] head) throws IOException {
        long offset = image * kind.record();
        if (read < kind.record()) {
            throw error(file, offset + read, kind.record() + " bytes for image " + image + ", got " + read);
        }
        for (int i = 0; i < head.length; i++) {
            int most = (kind == CifarKind.TEN ? 10 : i == 0 ? 20 : 100) - 1;
            if ((head[i] & 0xFF) > most) {
                throw error(
                        file,
                        offset + i,
                        "a label of 0 to " + most + ", got " + (head[i] & 0xFF) + " at image " + image);
            }
        }
    }

    private static IOException error(Path file, long offset, String expectedAndGot) {
        return new IOException(file + ": offset " + offset + ": expected " + expectedAndGot + "; " + Reading.AGAIN);
    }
}
