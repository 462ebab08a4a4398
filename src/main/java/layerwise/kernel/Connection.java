package layerwise.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The five sockets of a connection file, bound: shell, control, stdin, iopub and the heartbeat's echo. */
final class Connection {
    private final ZMQ.Context context = ZMQ.context(1);
    private final Channel shell;
    private final Channel control;
    private final Channel stdin;
    private final Channel iopub;
    private final Channel heartbeat;

    private Connection(HMACGenerator signer) {
        shell = new Channel(context, SocketType.ROUTER, signer, KernelConnectionProperties::getShellPort);
        control = new Channel(context, SocketType.ROUTER, signer, KernelConnectionProperties::getControlPort);
        stdin = new Channel(context, SocketType.ROUTER, signer, KernelConnectionProperties::getStdinPort);
        iopub = new Channel(context, SocketType.PUB, signer, KernelConnectionProperties::getIopubPort);
        heartbeat = new Channel(context, SocketType.REP, signer, KernelConnectionProperties::getHbPort);
    }

    /** {@return the sockets, listening; an unreadable file or a taken port is an {@link IOException} that says which} */
    static Connection open(Path file) throws IOException {
        KernelConnectionProperties properties = read(file);
        try {
            Connection connection = new Connection(properties.createHMACGenerator());
            connection.bind(properties);
            return connection;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    file + ": this JVM cannot sign by " + properties.getSignatureScheme() + "; expected hmac-sha256",
                    e);
        } catch (ZMQException e) {
            throw new IOException(
                    file + ": a port of the connection file cannot be bound (" + e.getMessage()
                            + "); start the kernel again for new ports",
                    e);
        }
    }

    /** {@return a connection file of this machine's own, with ports that are free now; its reader deletes it} */
    static Path ofFreePorts() throws IOException {
        JsonObject file = Json.object(
                "transport", "tcp", "ip", "127.0.0.1", "signature_scheme", "hmac-sha256", "key", UUID.randomUUID());
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (String name : List.of("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                file.addProperty(name, socket.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
        return Files.writeString(Files.createTempFile("kernel", ".json"), file.toString());
    }

    private static KernelConnectionProperties read(Path file) throws IOException {
        try {
            KernelConnectionProperties properties = KernelConnectionProperties.parse(Files.readString(file));
            if (properties == null || properties.getIp() == null || properties.getShellPort() == 0) {
                throw new IOException(file + ": expected Jupyter's connection file with ip and ports");
            }
            return properties;
        } catch (JsonParseException e) {
            throw new IOException(
                    file + ": expected Jupyter's connection file, got no JSON (" + e.getMessage() + ")", e);
        }
    }

    private void bind(KernelConnectionProperties properties) {
        heartbeat.bind(properties);
        stdin.bind(properties);
        iopub.bind(properties);
        control.bind(properties);
        shell.bind(properties);
        Threads.daemon("heartbeat", this::echo).start();
    }

    private void echo() {
        byte[] beat = heartbeat.recv();
        while (beat != null) {
            heartbeat.send(beat);
            beat = heartbeat.recv();
        }
    }

    /** {@return where cells, completions and questions come in} */
    Channel shell() {
        return shell;
    }

    /** {@return where interrupts and the shutdown come in, also while a cell runs} */
    Channel control() {
        return control;
    }

    /** {@return where a cell asks the reader for a line} */
    Channel stdin() {
        return stdin;
    }

    /** {@return where results and outputs go out to every front end} */
    Channel iopub() {
        return iopub;
    }
}
