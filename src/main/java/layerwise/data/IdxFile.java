package layerwise.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One IDX file: a magic number, big-endian sizes, then one unsigned byte for each element.
 *
 * @param path where it lies
 * @param sizes N, or N, height, width
 * @param content N bytes, or N·H·W
 */
record IdxFile(Path path, List<Integer> sizes, byte[] content) {
    static final String AGAIN = Reading.AGAIN;

    private static final int PACKED = 0x1F8B;

    /** {@return N} */
    int count() {
        return sizes.get(0);
    }

    /** {@return an error that names this file and an offset in its unpacked bytes} */
    IOException error(long offset, String expectedAndGot, String cure) {
        return error(path, offset, expectedAndGot, cure);
    }

    private static IOException error(Path path, long offset, String expectedAndGot, String cure) {
        String place = isPacked(path) && offset > 0 ? offset + " of the unpacked bytes" : Long.toString(offset);
        return new IOException(path + ": offset " + place + ": expected " + expectedAndGot + "; " + cure);
    }

    private static boolean isPacked(Path path) {
        return path.toString().endsWith(".gz");
    }

    /** {@return the whole file, of this kind} */
    static IdxFile read(Path path, IdxKind kind) throws IOException {
        try (InputStream in = isPacked(path) ? Gunzip.open(path) : Reading.open(path)) {
            List<Long> sizes = header(in, path, kind);
            long length = sizes.stream().reduce(1L, (a, b) -> a * b);
            byte[] content = Reading.room(path, Math.min(length, most(path, kind)), kind.describe(sizes));
            int count = in.readNBytes(content, 0, content.length);
            long end = kind.header() + (long) count;
            if (count < length) {
                throw error(path, end, length + " bytes for " + kind.describe(sizes) + ", got " + count, AGAIN);
            }
            if (in.read() >= 0) {
                throw error(path, end, "the end after " + kind.describe(sizes) + ", got more bytes", AGAIN);
            }
            return new IdxFile(path, sizes.stream().map(Long::intValue).toList(), content);
        }
    }

    /** The content that a file of its size can hold, so that no header alone takes memory. */
    private static long most(Path path, IdxKind kind) throws IOException {
        long bytes = Files.size(path);
        return isPacked(path) ? Reading.unpackedAtMost(bytes) : bytes - kind.header();
    }

    private static List<Long> header(InputStream in, Path path, IdxKind kind) throws IOException {
        byte[] bytes = in.readNBytes(kind.header());
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (bytes.length >= 4) {
            magic(header.getInt(), path, kind);
        }
        if (bytes.length < kind.header()) {
            throw error(path, bytes.length, "a header of " + kind.header() + " bytes, got " + bytes.length, AGAIN);
        }
        List<Long> sizes = IntStream.range(0, kind.rank)
                .mapToObj(i -> Integer.toUnsignedLong(header.getInt()))
                .toList();
        sizes(sizes, path, kind);
        return sizes;
    }

    private static void magic(int magic, Path path, IdxKind kind) throws IOException {
        if (magic != kind.magic) {
            IdxKind other = kind.other();
            String found = magic == other.magic ? " of " + other.noun : magic >>> 16 == PACKED ? " of gzip" : "";
            String cure = magic == other.magic
                    ? "the files of images and labels have each other's names, swap them"
                    : magic >>> 16 == PACKED ? "add .gz to its name" : AGAIN;
            throw error(
                    path,
                    0,
                    "the magic number %#010x of %s, got %#010x%s".formatted(kind.magic, kind.noun, magic, found),
                    cure);
        }
    }

    /** Every partial product stays below 2⁶³: it is compared before the next factor, which is below 2³². */
    private static void sizes(List<Long> sizes, Path path, IdxKind kind) throws IOException {
        long length = 1;
        for (long size : sizes) {
            length *= size;
            if (length < 1 || length > Integer.MAX_VALUE - 8) {
                throw error(
                        path,
                        4,
                        "sizes of 1 to " + (Integer.MAX_VALUE - 8) + " bytes together, got " + kind.describe(sizes),
                        AGAIN);
            }
        }
    }
}
