package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Dataset TRAIN = DrawnDigits.draw(30, 1);
    private static final Dataset TEST = DrawnDigits.draw(10, 2);

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @TempDir
    private Path root;

    private Store store;

    @BeforeEach
    void smallMnist() throws IOException {
        store = new Store(root.resolve("data"), Duration.ofMillis(500));
        files.put("train-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.images(TRAIN)));
        files.put("train-labels-idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(TRAIN)));
        files.put("t10k-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.images(TEST)));
        files.put("t10k-labels-idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(TEST)));
    }

    @Test
    void whatIsNotHereIsDownloadedOnce() throws IOException {
        try (Mirror mirror = mirror()) {
            Publication small = small(mirror);
            assertThat(store.here(small)).isEmpty();
            Parts parts = store.obtain(small, DownloadProgress.NONE);
            assertThat(parts.train().orElseThrow().identity()).isEqualTo(TRAIN.identity());
            assertThat(parts.test().orElseThrow().identity()).isEqualTo(TEST.identity());
            assertThat(mirror.asked()).hasSize(4);
            store.obtain(small, DownloadProgress.NONE);
            assertThat(store.here(small)).isPresent();
            assertThat(mirror.asked()).hasSize(4);
        }
    }

    @Test
    void filesThatAReaderPutThereAreUsedInAnyForm() throws IOException {
        Path folder = Files.createDirectories(store.folder("small"));
        Files.write(folder.resolve("train-images-idx3-ubyte"), IdxBytes.images(TRAIN));
        Files.write(folder.resolve("t10k-labels.idx1-ubyte"), IdxBytes.labels(TEST));
        try (Mirror mirror = mirror()) {
            store.obtain(small(mirror), DownloadProgress.NONE);
            assertThat(mirror.asked()).hasSize(2);
        }
    }

    @Test
    void offlineTheMessageNamesFolderAndFilesAndWhatIsDrawn() throws IOException {
        Mirror mirror = mirror();
        Publication small = small(mirror);
        mirror.close();
        assertThatThrownBy(() -> store.obtain(small, DownloadProgress.NONE))
                .isInstanceOf(Datasets.Unavailable.class)
                .hasMessage("small: train-images-idx3-ubyte.gz could not be downloaded from "
                        + mirror.file("train-images-idx3-ubyte.gz") + " (Connection refused); put"
                        + " train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz,"
                        + " t10k-labels-idx1-ubyte.gz into " + store.folder("small")
                        + ", or use digits, which are drawn here");
        assertThat(store.here(small)).isEmpty();
    }

    @Test
    void tenThreadsDownloadAFileOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try (Mirror mirror = mirror()) {
            Publication small = small(mirror);
            Callable<Parts> one = () -> store.obtain(small, DownloadProgress.NONE);
            List<Future<Parts>> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.add(threads.submit(one));
            }
            for (Future<Parts> future : all) {
                assertThat(future.get().train().orElseThrow().identity()).isEqualTo(TRAIN.identity());
            }
            assertThat(mirror.asked()).hasSize(4);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void twoJvmsDownloadAFileOnce() throws Exception {
        try (Mirror mirror = mirror()) {
            List<Process> jvms = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                jvms.add(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "layerwise.data.StoreTest",
                                root.resolve("data").toString(),
                                mirror.address())
                        .inheritIO()
                        .start());
            }
            for (Process jvm : jvms) {
                assertThat(jvm.waitFor()).isZero();
            }
            assertThat(mirror.asked()).hasSize(4);
        }
        assertThat(Idx.folder(store.folder("small")).train().orElseThrow().identity())
                .isEqualTo(TRAIN.identity());
    }

    /** Obtains the small dataset in another JVM: the store's folder, the mirror's address. */
    public static void main(String[] arguments) throws IOException {
        StoreTest test = new StoreTest();
        test.root = Path.of(arguments[0]);
        test.smallMnist();
        Store store = new Store(test.root, Duration.ofSeconds(5));
        store.obtain(test.small(arguments[1]), DownloadProgress.NONE);
    }

    @Test
    void anArchiveIsUnpackedWholeAndThenGone() throws IOException {
        byte[] archive = archive();
        try (Mirror mirror = new Mirror(Mirror.good(archive))) {
            Parts parts = store.obtain(ten(mirror, archive), DownloadProgress.NONE);
            assertThat(parts.train().orElseThrow().size()).isEqualTo(10);
            assertThat(store.folder("ten")).isDirectoryNotContaining("glob:**.gz");
            assertThat(store.here(ten(mirror, archive))).isPresent();
            assertThat(mirror.asked()).hasSize(1);
        }
    }

    @Test
    void anArchiveThatAReaderPutThereIsVerifiedAndStays() throws IOException {
        byte[] archive = archive();
        Path own = Files.createDirectories(store.folder("ten")).resolve("ten.tar.gz");
        try (Mirror mirror = new Mirror(Mirror.status(500))) {
            Files.write(own, new byte[10]);
            assertThatThrownBy(() -> store.obtain(ten(mirror, archive), DownloadProgress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessage(own + ": expected SHA-256 " + DownloadTest.sha256(archive) + ", got "
                            + DownloadTest.sha256(new byte[10]) + "; download it again");
            assertThat(store.here(ten(mirror, archive))).isEmpty();
            Files.write(own, archive);
            assertThat(store.obtain(ten(mirror, archive), DownloadProgress.NONE).test())
                    .isPresent();
            assertThat(own).exists();
            assertThat(mirror.asked()).isEmpty();
        }
    }

    @Test
    void halfAnUnpackedArchiveIsNotTakenForAWholeOne() throws IOException {
        byte[] archive = archive();
        Path left = Files.createDirectories(store.folder("ten").resolve("cifar-10-batches-bin.part"));
        Files.write(left.resolve("data_batch_1.bin"), new byte[3073]);
        Path half = Files.createDirectories(store.folder("ten").resolve("cifar-10-batches-bin"));
        Files.write(half.resolve("data_batch_1.bin"), new byte[3073]);
        try (Mirror mirror = new Mirror(Mirror.good(archive))) {
            Parts parts = store.obtain(ten(mirror, archive), DownloadProgress.NONE);
            assertThat(parts.train().orElseThrow().size()).isEqualTo(10);
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsASentence() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        Store wrong = new Store(file, Duration.ofMillis(500));
        try (Mirror mirror = mirror()) {
            assertThatThrownBy(() -> wrong.obtain(small(mirror), DownloadProgress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file.resolve("small") + ": small could not be stored there (")
                    .hasMessageEndingWith("); name a folder that has room and can be written to in LAYERWISE_DATA");
        }
    }

    @Test
    void theStoreIsWhereTheEnvironmentSays() throws IOException {
        Path home = Path.of("/home/reader");
        assertThat(Store.located(Map.of(), home).folder("mnist"))
                .isEqualTo(home.resolve(".cache/layerwise/data/mnist"));
        assertThat(Store.located(Map.of("XDG_CACHE_HOME", "/big"), home).folder("mnist"))
                .isEqualTo(Path.of("/big/layerwise/data/mnist"));
        assertThat(Store.located(Map.of("LAYERWISE_DATA", root.toString(), "XDG_CACHE_HOME", "/big"), home)
                        .folder("mnist"))
                .isEqualTo(root.resolve("mnist"));
    }

    private Mirror mirror() throws IOException {
        return new Mirror(exchange -> Mirror.good(
                        files.get(exchange.getRequestURI().getPath().substring(1)))
                .to(exchange));
    }

    private Publication small(Mirror mirror) {
        return small(mirror.address());
    }

    private Publication small(String address) {
        List<PublishedFile> published = files.entrySet().stream()
                .map(file -> published(file.getKey(), file.getValue(), address))
                .toList();
        return new Publication("small", published, Optional.empty());
    }

    private static Publication ten(Mirror mirror, byte[] archive) {
        return new Publication(
                "ten",
                List.of(published("ten.tar.gz", archive, mirror.address())),
                Optional.of(Publication.Archive.of(CifarKind.TEN, 2, 1)));
    }

    private static PublishedFile published(String name, byte[] bytes, String address) {
        return new PublishedFile(
                name, bytes.length, DownloadTest.sha256(bytes), List.of(java.net.URI.create(address + name)));
    }

    private static byte[] archive() throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("cifar-10-batches-bin/batches.meta.txt", "airplane\n".getBytes());
        for (int i : new int[] {4, 1, 5, 2, 3}) {
            content.put("cifar-10-batches-bin/data_batch_" + i + ".bin", CifarBytes.tens(i, i));
        }
        content.put("cifar-10-batches-bin/test_batch.bin", CifarBytes.tens(0));
        return IdxBytes.gzip(CifarBytes.tar(content));
    }
}
