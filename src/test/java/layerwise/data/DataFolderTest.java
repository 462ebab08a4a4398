package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void theVariableNamesTheFolder() throws IOException {
        assertThat(DataFolder.located(Map.of("LAYERWISE_DATA", folder.toString())))
                .contains(folder);
    }

    @Test
    void withoutTheVariableThereIsNone() throws IOException {
        assertThat(DataFolder.located(Map.of())).isEmpty();
        assertThat(DataFolder.located(Map.of("LAYERWISE_DATA", " "))).isEmpty();
    }

    @Test
    void aVariableThatNamesNoFolderIsRefused() throws IOException {
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> DataFolder.located(Map.of("LAYERWISE_DATA", gone.toString())))
                .isInstanceOf(IOException.class)
                .hasMessage("LAYERWISE_DATA: expected a folder, got " + gone
                        + ", which is not there; correct the variable or unset it");
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataFolder.located(Map.of("LAYERWISE_DATA", file.toString())))
                .isInstanceOf(IOException.class)
                .hasMessage("LAYERWISE_DATA: expected a folder, got " + file
                        + ", which is a file; correct the variable or unset it");
    }
}
