package layerwise.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import zmq.Msg;

/**
 * A signed socket that reads and writes {@link Message}s; what is malformed or wrongly signed is dropped, never fatal.
 *
 * <p>The library's own reading waits for ever on a message without delimiter and knows a fixed list of types; so frames
 * are read here, the address and the signature are the library's.
 */
final class Channel extends JupyterSocket {

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPTY = {'{', '}'};

    /** A longer frame ends the connection of its sender before it is read into memory. */
    private static final long LONGEST_FRAME = 100_000_000;

    private static final long LONGEST_MESSAGE = 200_000_000;
    private static final int MOST_FRAMES = 1000;

    private final ToIntFunction<KernelConnectionProperties> port;

    Channel(
            ZMQ.Context context,
            SocketType type,
            HMACGenerator signer,
            ToIntFunction<KernelConnectionProperties> port) {
        super(context, type, signer, LoggerFactory.getLogger(Channel.class));
        this.port = port;
        setLinger(1000);
        setSndHWM(0);
        setMaxMsgSize(LONGEST_FRAME);
        setMsgAllocator(Channel::allocate);
    }

    /**
     * Memory for a frame of the announced length, which is the lowest half of what the sender wrote and may be anything:
     * the library checks it before it is cut to an {@code int}, and takes a negative one for small.
     */
    private static Msg allocate(int length) {
        if (length < 0 || length > LONGEST_FRAME) {
            return new Msg();
        }
        try {
            return new Msg(length);
        } catch (OutOfMemoryError e) {
            return new Msg();
        }
    }

    /** Listens on the address of the connection file, and nowhere else. */
    @Override
    public void bind(KernelConnectionProperties file) {
        bind(formatAddress(file.getTransport(), file.getIp(), port.applyAsInt(file)));
    }

    /** {@return whether a message came within the time; 0 only looks} */
    boolean awaits(int milliseconds) {
        try (ZMQ.Poller poller = ctx.poller(1)) {
            poller.register(this, ZMQ.Poller.POLLIN);
            return poller.poll(milliseconds) > 0;
        }
    }

    /** {@return the next message, or nothing where it was not one} */
    Optional<Message> receive() {
        try {
            return Optional.of(parse(frames()));
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
            Log.note("a message was ignored: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** {@return the frames of the next message, whatever they are} */
    List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        long length = 0;
        int count = 0;
        do {
            byte[] frame = recv();
            count++;
            length += frame.length;
            if (count <= MOST_FRAMES && length <= LONGEST_MESSAGE) {
                frames.add(frame);
            }
        } while (hasReceiveMore());
        if (frames.size() < count) {
            throw new IllegalArgumentException("expected at most " + MOST_FRAMES + " frames of together "
                    + LONGEST_MESSAGE + " bytes, got " + count + " frames of " + length + " bytes");
        }
        return frames;
    }

    private Message parse(List<byte[]> frames) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (frames.size() < delimiter + 6) {
            throw new IllegalArgumentException(
                    "expected <IDS|MSG>, a signature and four parts, got " + frames.size() + " frames");
        }
        List<byte[]> parts = frames.subList(delimiter + 2, delimiter + 6);
        verify(frames.get(delimiter + 1), parts);
        return new Message(
                frames.subList(0, delimiter), object(parts.get(0)), object(parts.get(1)), object(parts.get(3)));
    }

    private void verify(byte[] signature, List<byte[]> parts) {
        byte[] expected = sign(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
        if (expected.length > 0 && !MessageDigest.isEqual(expected, signature)) {
            throw new IllegalArgumentException("the signature does not fit the connection file's key");
        }
    }

    private static JsonObject object(byte[] raw) {
        return JsonParser.parseString(new String(raw, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private byte[] sign(byte[]... parts) {
        return hmacGenerator.calculateSignature(parts).getBytes(StandardCharsets.US_ASCII);
    }

    /** Drops all that waits to be read. */
    void forget() {
        byte[] frame = recv(ZMQ.DONTWAIT);
        while (frame != null) {
            frame = recv(ZMQ.DONTWAIT);
        }
    }

    /** Sends these frames as one message. */
    void send(List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
    }

    /** Sends it whole, one message at a time. */
    synchronized void send(Message message) {
        byte[] header = bytes(message.header());
        byte[] parent = bytes(message.parent());
        byte[] content = bytes(message.content());
        message.peers().forEach(this::sendMore);
        sendMore(DELIMITER);
        sendMore(sign(header, parent, EMPTY, content));
        sendMore(header);
        sendMore(parent);
        sendMore(EMPTY);
        send(content);
    }

    private static byte[] bytes(JsonObject object) {
        return Json.GSON.toJson(object).getBytes(StandardCharsets.UTF_8);
    }
}
