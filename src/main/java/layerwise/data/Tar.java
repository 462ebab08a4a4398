package layerwise.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Takes files of known names and sizes out of a {@code .tar.gz}, and nothing else: no folder that an entry names is
 * followed, and no more is unpacked than was asked for and what lies between.
 */
final class Tar {
    private static final long BETWEEN = 1 << 20;

    private final Path archive;
    private final TarArchiveInputStream tar;
    private long skippable = BETWEEN;

    private Tar(Path archive, TarArchiveInputStream tar) {
        this.archive = archive;
        this.tar = tar;
    }

    /**
     * Unpacks the files of these names into a folder, by the last part of their names.
     *
     * @throws IOException if one is missing, has another size, or the archive is damaged
     */
    static void unpack(Path archive, Map<String, Long> wanted, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(Gunzip.open(archive))) {
            new Tar(archive, tar).unpack(new LinkedHashMap<>(wanted), folder);
        }
    }

    private void unpack(Map<String, Long> wanted, Path folder) throws IOException {
        while (!wanted.isEmpty()) {
            var entry = next(String.join(", ", wanted.keySet()));
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            Long expected = wanted.remove(name);
            if (expected == null) {
                skip(entry);
            } else if (entry.getSize() != expected) {
                throw error(expected + " bytes of " + name + ", got " + entry.getSize());
            } else {
                copy(folder.resolve(name), expected);
            }
        }
    }

    private TarArchiveEntry next(String wanted) throws IOException {
        TarArchiveEntry entry;
        try {
            entry = tar.getNextEntry();
        } catch (IOException | IllegalArgumentException e) {
            throw damaged("a header before each file", e);
        }
        if (entry == null) {
            throw error("files " + wanted + ", got the end");
        }
        if (!entry.isCheckSumOK()) {
            throw error("headers that add up to their checksums, got one that does not");
        }
        return entry;
    }

    private void skip(TarArchiveEntry entry) throws IOException {
        skippable -= entry.getSize();
        if (skippable < 0) {
            throw error("at most " + BETWEEN + " bytes beside the wanted files, got more");
        }
    }

    private void copy(Path file, long size) throws IOException {
        try {
            Files.copy(tar, file);
        } catch (IOException e) {
            throw damaged(size + " bytes of " + file.getFileName(), e);
        }
    }

    /** What {@link Gunzip} says names the archive and the offset already. */
    private IOException damaged(String expected, Exception e) {
        return e instanceof IOException told && String.valueOf(e.getMessage()).startsWith(archive.toString())
                ? told
                : error(expected + ", got " + e.getMessage());
    }

    private IOException error(String expectedAndGot) {
        return new IOException(archive + ": expected " + expectedAndGot + "; " + Reading.AGAIN);
    }
}
