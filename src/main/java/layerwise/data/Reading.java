package layerwise.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every reader of files does alike: what goes wrong becomes a sentence, and memory is asked for once, in one piece. */
final class Reading {
    /** The cure for a file that is not as it was published. */
    static final String AGAIN = "download it again";

    /** The most that deflate can make of one packed byte (RFC 1951: 258 bytes of a match from two bits). */
    private static final long EXPANSION = 1032;

    private Reading() {}

    /** {@return the bytes of this file, which the reader closes} */
    static InputStream open(Path path) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                throw new FileSystemException(path.toString());
            }
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** {@return an error that says why this file could not be opened} */
    static IOException unreadable(Path path, IOException e) {
        String got = e.getClass().getSimpleName() + " (" + e.getMessage() + "); look whether it is there";
        if (e instanceof AccessDeniedException) {
            got = "one that this user may not read; change its permissions";
        } else if (Files.isDirectory(path)) {
            got = "a folder; put the file there in its place";
        }
        return new IOException(path + ": expected a file that can be read, got " + got, e);
    }

    /** {@return the most bytes that a gzip file of this many bytes can hold} */
    static long unpackedAtMost(long packed) {
        return packed * EXPANSION;
    }

    /**
     * {@return an array for {@code what}}
     *
     * @throws IOException if this JVM may not take so much memory; nothing is lost by the attempt
     */
    static byte[] room(Path path, long bytes, String what) throws IOException {
        try {
            return new byte[Math.toIntExact(bytes)];
        } catch (OutOfMemoryError e) {
            throw new IOException(
                    path + ": expected " + bytes + " bytes of memory for " + what + ", got none beyond the "
                            + Runtime.getRuntime().maxMemory()
                            + " that Java may use for all; start it with a larger -Xmx",
                    e);
        }
    }
}
