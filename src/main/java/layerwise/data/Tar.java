package layerwise.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes files of known names and sizes out of a {@code .tar.gz}, and nothing else: no folder that an entry names is
 * followed, and no more is unpacked than was asked for and what lies between.
 *
 * <p>The format: POSIX.1-1988 "ustar", blocks of 512 bytes, a header before each file.
 */
final class Tar {
    private static final int BLOCK = 512;
    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final long BETWEEN = 1 << 20;

    private final Path archive;
    private final InputStream in;
    private long skippable = BETWEEN;
    private long offset;

    private Tar(Path archive, InputStream in) {
        this.archive = archive;
        this.in = in;
    }

    /**
     * Unpacks the files of these names into a folder, by the last part of their names.
     *
     * @throws IOException if one is missing, has another size, or the archive is damaged
     */
    static void unpack(Path archive, Map<String, Long> wanted, Path folder) throws IOException {
        try (InputStream in = Gunzip.open(archive)) {
            new Tar(archive, in).unpack(new LinkedHashMap<>(wanted), folder);
        }
    }

    private void unpack(Map<String, Long> wanted, Path folder) throws IOException {
        byte[] header = new byte[BLOCK];
        while (!wanted.isEmpty()) {
            if (in.readNBytes(header, 0, BLOCK) < BLOCK || header[0] == 0) {
                throw error("files " + String.join(", ", wanted.keySet()) + ", got the end");
            }
            checksum(header);
            offset += BLOCK;
            long size = octal(header, SIZE, 12);
            String name = name(header);
            Long expected = wanted.remove(name);
            if (expected == null) {
                skip(padded(size));
            } else if (size != expected) {
                throw error(expected + " bytes of " + name + ", got " + size);
            } else {
                copy(folder.resolve(name), size);
            }
        }
    }

    private void copy(Path file, long size) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; ) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                if (read == 0) {
                    throw error(left + " more bytes of " + file.getFileName() + ", got the end");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        offset += size;
        skip(padded(size) - size);
    }

    private void skip(long bytes) throws IOException {
        skippable -= bytes;
        if (skippable < 0) {
            throw error("at most " + BETWEEN + " bytes beside the wanted files, got more");
        }
        if (in.readNBytes((int) bytes).length < bytes) {
            throw error(bytes + " more bytes, got the end");
        }
        offset += bytes;
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static String name(byte[] header) {
        String path = new String(header, 0, 100, StandardCharsets.ISO_8859_1);
        int end = path.indexOf(0);
        String name = end < 0 ? path : path.substring(0, end);
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The sum of the header's bytes, its own eight taken as blanks. */
    private void checksum(byte[] header) throws IOException {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : header[i] & 0xFF;
        }
        long noted = octal(header, CHECKSUM, 8);
        if (sum != noted) {
            throw error("a header with the checksum " + sum + ", got " + noted);
        }
    }

    private long octal(byte[] header, int from, int length) throws IOException {
        String digits = new String(header, from, length, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        if (!digits.matches("[0-7]{1,11}")) {
            throw error("an octal number in the header, got \"" + digits.replaceAll("[^ -~]", "?") + "\"");
        }
        return Long.parseLong(digits, 8);
    }

    private IOException error(String expectedAndGot) {
        return new IOException(archive + ": offset " + offset + " of the unpacked bytes: expected " + expectedAndGot
                + "; " + Reading.AGAIN);
    }
}
