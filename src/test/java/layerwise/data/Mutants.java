package layerwise.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import layerwise.layers.Shape;

/**
 * Reads 200 damaged folders of one format and prints what came of them; run in a JVM of little memory.
 *
 * <p>A damaged folder is refused with one sentence, or read where no one can tell (a pixel is another pixel).
 */
public final class Mutants {
    private static final int COUNT = 200;
    private static final byte[] IMAGE_BOMB = bomb(0x803);
    private static final byte[] LABEL_BOMB = bomb(0x801);

    private final Path folder;
    private final Chance chance;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    private Mutants(Path folder, long seed) {
        this.folder = folder;
        chance = new Chance(seed, 0);
    }

    /** How a folder of a format is written, and how it is read. */
    private record Format(Writer writer, Reader reader) {}

    @FunctionalInterface
    private interface Writer {
        void write(Path folder) throws IOException;
    }

    @FunctionalInterface
    private interface Reader {
        Parts read(Path folder) throws IOException;
    }

    /** Arguments: the format, an empty folder to work in. */
    public static void main(String[] arguments) throws IOException {
        new Mutants(Path.of(arguments[1]), 11).run(format(arguments[0]));
    }

    private static Format format(String name) {
        return switch (name) {
            case "idx" -> new Format(Mutants::idx, Idx::folder);
            case "idx.gz" -> new Format(Mutants::packedIdx, Idx::folder);
            case "cifar-10" -> new Format(CifarBytes::tens, Cifar::folder);
            case "cifar-100" -> new Format(Mutants::hundred, Cifar::folder);
            case "tar.gz" -> new Format(Mutants::archive, Mutants::unpack);
            case "images" -> new Format(Mutants::images, folder -> ImageFolder.folder(folder, Shape.of(3, 8, 8)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private void run(Format format) throws IOException {
        for (int i = 0; i < COUNT; i++) {
            Path place = Files.createDirectory(folder.resolve("" + i));
            format.writer().write(place);
            List<Path> files = files(place);
            Path victim = files.get(chance.below(files.size()));
            String damage = damage(victim, files.get(chance.below(files.size())), i);
            outcomes.merge(outcome(format.reader(), place, damage), 1, Integer::sum);
        }
        outcomes.forEach((outcome, count) -> System.out.println(count + " " + outcome));
    }

    private static String outcome(Reader reader, Path place, String damage) {
        try {
            Parts parts = reader.read(place);
            parts.train().ifPresent(Dataset::identity);
            return "read";
        } catch (IOException e) {
            return isSentence(String.valueOf(e.getMessage()), place)
                    ? "refused"
                    : "NO SENTENCE after " + damage + ": " + e;
        } catch (RuntimeException | Error e) {
            return "CRASH after " + damage + ": " + e + " at " + e.getStackTrace()[0];
        }
    }

    /** Where, what was expected, what came, what would cure it: in one line. */
    private static boolean isSentence(String message, Path place) {
        return message.startsWith(place.toString())
                && message.matches("[^\\p{Cntrl}]*: expected [^\\p{Cntrl}]*, got [^\\p{Cntrl}]*; [^\\p{Cntrl}]*")
                && message.length() < 1000;
    }

    private String damage(Path file, Path other, int number) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String[] ways = {
            "cut", "bits", "head", "longer", "empty", "noise", "other", "folder", "hidden", "bomb", "zeros", "label"
        };
        String way = ways[number % ways.length];
        switch (way) {
            case "cut" -> Files.write(file, Arrays.copyOf(bytes, chance.below(bytes.length)));
            case "bits" -> Files.write(file, flipped(bytes, 1 + chance.below(8), bytes.length));
            case "head" -> Files.write(file, flipped(bytes, 1 + chance.below(8), 40));
            case "longer" -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1 + chance.below(5000)));
            case "empty" -> Files.write(file, new byte[0]);
            case "noise" -> Files.write(file, noise(bytes.length));
            case "other" -> Files.write(file, Files.readAllBytes(other));
            case "folder" -> {
                Files.delete(file);
                Files.createDirectory(file);
            }
            case "hidden" -> {
                Files.delete(file);
                Files.createSymbolicLink(file, file.resolveSibling("nowhere"));
            }
            case "bomb" -> Files.write(file, file.toString().contains("labels") ? LABEL_BOMB : IMAGE_BOMB);
            case "zeros" -> {
                Arrays.fill(bytes, chance.below(bytes.length), bytes.length, (byte) 0);
                Files.write(file, bytes);
            }
            default -> {
                bytes[Math.min(bytes.length - 1, 8 + chance.below(9))] = (byte) 0xEE;
                Files.write(file, bytes);
            }
        }
        return way + " of " + file.getFileName();
    }

    private byte[] flipped(byte[] bytes, int bits, int within) {
        for (int i = 0; i < bits; i++) {
            bytes[chance.below(Math.min(within, bytes.length))] ^= (byte) (1 << chance.below(8));
        }
        return bytes;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (byte) chance.below(256);
        }
        return noise;
    }

    /** An IDX file of 2 GB by its header, of 100 MB when it is unpacked, of 100 kB as it is. */
    private static byte[] bomb(int magic) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(IdxBytes.file(new byte[0], magic, 0x7FFFFFFF / 784, 28, 28));
            byte[] zeros = new byte[1 << 16];
            for (int i = 0; i < 1600; i++) {
                out.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void idx(Path folder) throws IOException {
        IdxBytes.write(folder.resolve("train-images-idx3-ubyte"), IdxBytes.images(DrawnDigits.draw(9, 1)));
        IdxBytes.write(folder.resolve("train-labels-idx1-ubyte"), IdxBytes.labels(DrawnDigits.draw(9, 1)));
    }

    private static void packedIdx(Path folder) throws IOException {
        IdxBytes.write(folder.resolve("train-images-idx3-ubyte.gz"), IdxBytes.images(DrawnDigits.draw(9, 1)));
        IdxBytes.write(folder.resolve("train-labels-idx1-ubyte.gz"), IdxBytes.labels(DrawnDigits.draw(9, 1)));
    }

    private static void hundred(Path folder) throws IOException {
        Files.write(folder.resolve("train.bin"), CifarBytes.hundreds(1, 50, 99));
        Files.write(folder.resolve("test.bin"), CifarBytes.hundreds(7));
    }

    private static void archive(Path folder) throws IOException {
        Map<String, byte[]> files =
                Map.of("c/train.bin", CifarBytes.hundreds(1, 2), "c/test.bin", CifarBytes.hundreds(3));
        Files.write(folder.resolve("a.tar.gz"), IdxBytes.gzip(CifarBytes.tar(files)));
    }

    private static Parts unpack(Path folder) throws IOException {
        Path into = Files.createDirectory(folder.resolve("into"));
        Tar.unpack(folder.resolve("a.tar.gz"), Map.of("train.bin", 2L * 3074, "test.bin", 3074L), into);
        return Cifar.folder(into);
    }

    private static void images(Path folder) throws IOException {
        BufferedImage image = new BufferedImage(24, 20, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 480; i++) {
            image.setRGB(i % 24, i / 24, i * 34567);
        }
        for (String ending : List.of("png", "jpg", "gif", "bmp")) {
            Path place = Files.createDirectory(folder.resolve(ending));
            ImageIO.write(image, ending, place.resolve("image." + ending).toFile());
        }
    }
}
