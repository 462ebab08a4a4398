package layerwise.train;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there whole or not at all: it is written beside its place and moved into it. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to {@code out}. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes {@code content} to {@code file}, whose folder is made if it is missing; what was there stays until all is
     * written.
     *
     * @throws IOException if the folder cannot be written to or is full; nothing half-written is left behind
     */
    public static void write(Path file, Content content) throws IOException {
        Path place = file.toAbsolutePath();
        Path beside = beside(place);
        try {
            Files.createDirectories(place.getParent());
            fill(beside, content);
            move(beside, place);
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            discard(beside);
        }
    }

    /**
     * Finds out whether {@link #write} could write {@code file}, before work is done that would be lost.
     *
     * @throws IOException as {@code write} does
     */
    public static void check(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        Path beside = beside(place);
        try {
            Files.createDirectories(place.getParent());
            if (Files.isDirectory(place)) {
                throw new IOException("it is a folder");
            }
            Files.write(beside, new byte[0]);
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            discard(beside);
        }
    }

    private static Path beside(Path place) {
        return place.resolveSibling(
                "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    private static IOException unwritable(Path file, IOException e) {
        return new IOException(
                file + " could not be written (" + reason(e)
                        + "); name a file in a folder that has room and can be written to",
                e);
    }

    private static void discard(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            // its folder is not there or not to be written to: then nothing was left in it
        }
    }

    private static void fill(Path beside, Content content) throws IOException {
        try (var channel = FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path beside, Path place) throws IOException {
        try {
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : kind + ": " + e.getMessage();
    }
}
