package layerwise.data;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where downloaded datasets stay, a folder for each: {@code LAYERWISE_DATA}, else {@code layerwise/data} in the user's cache
 * ({@code XDG_CACHE_HOME}, else {@code ~/.cache}).
 */
final class Store {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path root;
    private final Duration patience;

    Store(Path root, Duration patience) {
        this.root = root;
        this.patience = patience;
    }

    /** {@return the store of this user} */
    static Store located() throws IOException {
        return located(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Store located(Map<String, String> environment, Path home) throws IOException {
        Optional<Path> named = DataFolder.located(environment);
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "").strip();
        Path base = cache.isEmpty() || !Path.of(cache).isAbsolute() ? home.resolve(".cache") : Path.of(cache);
        return new Store(named.orElse(base.resolve("layerwise").resolve("data")), PATIENCE);
    }

    /** {@return where a dataset of this name lies, or would} */
    Path folder(String id) {
        return root.resolve(id);
    }

    /** {@return a dataset that is here whole; nothing is downloaded} */
    Optional<Parts> here(Publication publication) throws IOException {
        Path folder = folder(publication.id());
        return publication.missing(folder).isEmpty() ? Optional.of(publication.read(folder)) : Optional.empty();
    }

    /**
     * {@return a dataset, downloaded if it is not here}
     *
     * @throws Datasets.Unavailable if no mirror gives it; the message says which files to put where
     * @throws IOException if it cannot be stored or read, or the thread is interrupted
     */
    Parts obtain(Publication publication, DownloadProgress progress) throws IOException {
        Path folder = folder(publication.id());
        if (!publication.missing(folder).isEmpty()) {
            try {
                Files.createDirectories(folder);
                download(publication, folder, progress);
            } catch (FileSystemException e) {
                throw new IOException(
                        folder + ": " + publication.id() + " could not be stored there ("
                                + e.getClass().getSimpleName() + ": " + e.getMessage() + "); name a folder that has"
                                + " room and can be written to in " + DataFolder.VARIABLE,
                        e);
            }
        }
        return publication.read(folder);
    }

    private void download(Publication publication, Path folder, DownloadProgress progress) throws IOException {
        FolderLock lock = FolderLock.of(folder);
        try {
            for (PublishedFile file : publication.missing(folder)) { // looked again: another may just have fetched it
                boolean own = !Files.exists(folder.resolve(file.name()));
                if (own) {
                    fetch(publication, file, folder, progress);
                }
                if (publication.archive().isPresent()) {
                    unpack(publication.archive().get(), file, folder, own);
                }
            }
        } finally {
            lock.close();
        }
    }

    private void fetch(Publication publication, PublishedFile file, Path folder, DownloadProgress progress)
            throws IOException {
        Download download = new Download(file, folder, patience, progress);
        if (!download.succeeds()) {
            String names = publication.missing(folder).stream()
                    .map(PublishedFile::name)
                    .collect(Collectors.joining(", "));
            throw new Datasets.Unavailable(publication.id() + ": " + file.name() + " could not be downloaded "
                    + String.join(", ", download.failures()) + "; put " + names + " into " + folder + ", or use "
                    + (publication.archive().isPresent() ? "shapes" : "digits") + ", which are drawn here");
        }
    }

    /** An archive that we fetched is verified and goes once it is unpacked; a reader's own is verified first and stays. */
    private static void unpack(Publication.Archive archive, PublishedFile file, Path folder, boolean own)
            throws IOException {
        Path packed = folder.resolve(file.name());
        String digest = own ? file.sha256() : Digest.of(packed);
        if (!digest.equals(file.sha256())) {
            throw new IOException(
                    packed + ": expected SHA-256 " + file.sha256() + ", got " + digest + "; " + Reading.AGAIN);
        }
        Path place = folder.resolve(archive.kind().folder);
        Path beside = folder.resolve(archive.kind().folder + ".part");
        clear(beside);
        Files.createDirectory(beside);
        Tar.unpack(packed, archive.sizes(), beside);
        clear(place);
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        if (own) {
            Files.delete(packed);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
