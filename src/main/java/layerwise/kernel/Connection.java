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
        context.setNotificationExceptionHandler((thread, e) -> Log.note("a connection failed: " + e));
        shell = new Channel(context, SocketType.ROUTER, signer, KernelConnectionProperties::getShellPort);
        control = new Channel(context, SocketType.ROUTER, signer, KernelConnectionProperties::getControlPort);
        stdin = new Channel(context, SocketType.ROUTER, signer, KernelConnectionProperties::getStdinPort);
        iopub = new Channel(context, SocketType.XPUB, signer, KernelConnectionProperties::getIopubPort);
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
            requireTcp(file, properties.getTransport());
            return properties;
        } catch (JsonParseException e) {
            throw new IOException(
                    file + ": expected Jupyter's connection file, got no JSON (" + e.getMessage() + ")", e);
        }
    }

    /** The wire library imitates ipc by a TCP port of its own choice, where nobody looks for it and anybody may knock. */
    private static void requireTcp(Path file, String transport) throws IOException {
        if (!"tcp".equals(transport)) {
            throw new IOException(file + ": expected transport tcp, got " + transport
                    + "; start Jupyter with --KernelManager.transport=tcp");
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
        while (true) {
            try {
                heartbeat.send(beat());
            } catch (ZMQException e) {
                Log.note("a heartbeat was not answered: " + e);
            }
        }
    }

    /** Every question needs an answer: without one the socket would take no more. */
    private List<byte[]> beat() {
        try {
            return heartbeat.frames();
        } catch (IllegalArgumentException e) {
            Log.note("a heartbeat is answered by an empty one: " + e.getMessage());
            return List.of(new byte[0]);
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

    /** Sends to every front end, and reads what they said: a PUB socket would keep it for ever. */
    void publish(Message message) {
        iopub.send(message);
        iopub.forget();
    }
}
