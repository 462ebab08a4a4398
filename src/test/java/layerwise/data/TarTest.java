package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    private static final Map<String, Long> WANTED = Map.of("train.bin", 700L, "test.bin", 512L);

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    private Path archive;
    private Path into;

    @BeforeEach
    void aGoodArchive() throws IOException {
        archive = folder.resolve("a.tar.gz");
        into = Files.createDirectory(folder.resolve("into"));
        files.put("cifar/readme.html", new byte[300]);
        files.put("cifar/train.bin", new byte[700]);
        files.put("cifar/test.bin", new byte[512]);
        files.get("cifar/train.bin")[699] = 9;
    }

    @Test
    void onlyTheWantedFilesAreTakenOut() throws IOException {
        pack();
        Tar.unpack(archive, WANTED, into);
        assertThat(into).isDirectoryContaining("glob:**.bin").isDirectoryNotContaining("glob:**.html");
        assertThat(Files.readAllBytes(into.resolve("train.bin"))).isEqualTo(files.get("cifar/train.bin"));
        assertThat(Files.size(into.resolve("test.bin"))).isEqualTo(512);
    }

    @Test
    void noEntryLeavesTheFolder() throws IOException {
        files.clear();
        files.put("../../train.bin", new byte[700]);
        files.put("/test.bin", new byte[512]);
        pack();
        Tar.unpack(archive, WANTED, into);
        assertThat(folder.resolve("train.bin")).doesNotExist();
        assertThat(into.resolve("train.bin")).exists();
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        files.remove("cifar/test.bin");
        pack();
        refused("expected files test.bin, got the end; download it again");
    }

    @Test
    void anotherSizeIsRefusedBeforeItIsWritten() throws IOException {
        files.put("cifar/train.bin", new byte[701]);
        pack();
        refused("expected 700 bytes of train.bin, got 701; download it again");
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void aHeaderThatDoesNotAddUpIsRefused() throws IOException {
        byte[] tar = CifarBytes.tar(files);
        tar[3] ^= 1;
        Files.write(archive, IdxBytes.gzip(tar));
        refused("expected headers that add up to their checksums, got one that does not; download it again");
    }

    @Test
    void anArchiveThatUnpacksWithoutEndIsLeftAfterAMegabyte() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
            out.write(CifarBytes.header("bomb", 8L << 30 - 1));
            for (int i = 0; i < 1024; i++) {
                out.write(new byte[1 << 14]);
            }
        }
        refused("expected at most 1048576 bytes beside the wanted files, got more;" + " download it again");
    }

    private void pack() throws IOException {
        Files.write(archive, IdxBytes.gzip(CifarBytes.tar(files)));
    }

    private void refused(String message) {
        assertThatThrownBy(() -> Tar.unpack(archive, WANTED, into))
                .isInstanceOf(IOException.class)
                .hasMessage(archive + ": " + message);
    }
}
