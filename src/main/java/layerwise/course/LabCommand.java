package layerwise.course;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * What must be true before Jupyter starts: the kernel is installed and the port is free.
 *
 * <p>The port is all that is printed; the launcher reads it and then becomes Jupyter, so that no Java process stands
 * between Jupyter and the terminal.
 */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "Opens the chapters in Jupyter: JupyterLab, else the classic notebook.",
        footer = {"", "Other options are passed to Jupyter: ./layerwise lab --port 9000 --no-browser"})
final class LabCommand implements Callable<Integer> {

    static final int FIRST_PORT = 8888;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"--port", "--ServerApp.port", "--NotebookApp.port"},
            paramLabel = "PORT",
            description = "The port to listen on; without it the first free one from " + FIRST_PORT + ".")
    private Optional<Integer> port = Optional.empty();

    @Unmatched
    private final List<String> forJupyter = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        int chosen = port.map(LabCommand::ifFree).orElseGet(LabCommand::firstFree);
        PrintWriter err = spec.commandLine().getErr();
        KernelCommand.install("java", sentence -> err.println("layerwise: " + sentence));
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.println(chosen);
        out.flush();
        return 0;
    }

    private static int ifFree(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535, got " + port);
        }
        if (!isFree(port)) {
            throw new IllegalStateException("port " + port
                    + " is in use; name another with --port, or leave it out and the first free one is taken");
        }
        return port;
    }

    private static int firstFree() {
        return IntStream.range(FIRST_PORT, FIRST_PORT + 100)
                .filter(LabCommand::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ports " + FIRST_PORT + " to " + (FIRST_PORT + 99)
                        + " are in use; name a free one with --port"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }
}
