package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aLinkStaysAndItsTargetIsWritten() throws IOException {
        var target = Files.writeString(folder.resolve("target"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link"), target);
        AtomicFile.replace(link, out -> out.write('n'));
        assertThat(link).isSymbolicLink().hasContent("n");
        assertThat(target).hasContent("n");
        assertThat(AtomicFile.previous(target)).hasContent("old");
    }

    @Test
    void aDeviceIsNotMovedAway() {
        var device = Path.of("/dev/null");
        assertThatThrownBy(() -> AtomicFile.check(device))
                .isInstanceOf(IOException.class)
                .hasMessage("/dev/null could not be written (it is a device);"
                        + " name a file in a folder that has room and can be written to");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write('n')))
                .hasMessage(folder + " could not be written (it is a folder);"
                        + " name a file in a folder that has room and can be written to");
    }
}
