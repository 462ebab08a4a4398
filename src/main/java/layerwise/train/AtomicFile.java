package layerwise.train;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

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
        Path place = place(file);
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
     * As {@link #write}, and what was there is kept as {@link #previous}; at no moment is {@code file} not there.
     *
     * @throws IOException as {@code write} does; what was there stays
     */
    static void replace(Path file, Content content) throws IOException {
        Path place = place(file);
        Path beside = beside(place);
        Path kept = beside.resolveSibling(beside.getFileName() + ".previous");
        try {
            Files.createDirectories(place.getParent());
            fill(beside, content);
            if (Files.exists(place)) {
                link(kept, place);
                move(kept, previous(place));
            }
            move(beside, place);
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            discard(beside);
            discard(kept);
        }
    }

    /** {@return where {@link #replace} keeps what was there: the name with {@code .previous} after it} */
    static Path previous(Path file) {
        return file.resolveSibling(file.getFileName() + ".previous");
    }

    /** Puts {@link #previous} into the place of a damaged {@code file}, and keeps it too. */
    static void restore(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        Path beside = beside(place);
        try {
            link(beside, previous(place));
            move(beside, place);
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            discard(beside);
        }
    }

    private static void link(Path kept, Path place) throws IOException {
        try {
            Files.createLink(kept, place);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(place, kept, StandardCopyOption.REPLACE_EXISTING); // a file system without links
        }
    }

    /** Deletes what killed processes have left beside {@code file}. */
    static void sweep(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        var ours = Pattern.compile(Pattern.quote("." + place.getFileName() + ".") + "(\\d{1,18})\\.part(\\.previous)?");
        if (!Files.isDirectory(place.getParent())) {
            return;
        }
        try (var files = Files.list(place.getParent())) {
            for (Path left : files.toList()) {
                var name = ours.matcher(left.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(left);
                }
            }
        }
    }

    /**
     * Finds out whether {@link #write} could write {@code file}, before work is done that would be lost; and clears away
     * what killed processes left beside it.
     *
     * @throws IOException as {@code write} does
     */
    public static void check(Path file) throws IOException {
        Path place = place(file);
        Path beside = beside(place);
        try {
            sweep(place);
            Files.createDirectories(place.getParent());
            Files.write(beside, new byte[0]);
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            discard(beside);
        }
    }

    /** Where a link points, so that the link stays; a folder or a device is never moved away. */
    private static Path place(Path file) throws IOException {
        if (!Files.exists(file)) {
            return file.toAbsolutePath();
        }
        if (!Files.isRegularFile(file)) {
            throw unwritable(file, new IOException(Files.isDirectory(file) ? "it is a folder" : "it is a device"));
        }
        return file.toRealPath();
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
