package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("connection.json"), text);
    }

    private static String connection(String transport, String scheme) {
        return """
                {"ip": "127.0.0.1", "transport": "%s", "signature_scheme": "%s", "key": "k",
                 "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5}
                """.formatted(transport, scheme);
    }

    @Test
    void ipcIsRefusedBecauseItWouldBeATcpPortThatTheFileDoesNotName() throws IOException {
        Path file = file(connection("ipc", "hmac-sha256"));
        assertThatThrownBy(() -> Connection.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected transport tcp, got ipc; start Jupyter with"
                        + " --KernelManager.transport=tcp");
    }

    @Test
    void anUnknownSignatureIsRefused() throws IOException {
        Path file = file(connection("tcp", "hmac-none"));
        assertThatThrownBy(() -> Connection.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": this JVM cannot sign by hmac-none; expected hmac-sha256");
    }

    @Test
    void whatIsNotAConnectionFileIsRefused() throws IOException {
        Path file = file("{]");
        assertThatThrownBy(() -> Connection.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": expected Jupyter's connection file, got no JSON (");
    }
}
