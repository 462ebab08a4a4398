package layerwise.kernel;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** {@code System.out} or {@code System.err} of cells: UTF-8 bytes in, whole characters out to {@link Output}. */
final class TextStream extends OutputStream {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final Output output;
    private final String name;
    private ByteBuffer left = ByteBuffer.allocate(0);

    private TextStream(Output output, String name) {
        this.output = output;
        this.name = name;
    }

    /** Puts streams that a cell has set to null back, without which nothing could be shown any more. */
    static void restore(Output output) {
        if (System.out == null) {
            System.setOut(print(output, "stdout"));
        }
        if (System.err == null) {
            System.setErr(print(output, "stderr"));
        }
    }

    /** {@return a print stream that writes to {@code stdout} or {@code stderr} of the notebook; no cell can close it} */
    static PrintStream print(Output output, String name) {
        return new PrintStream(new TextStream(output, name), false, StandardCharsets.UTF_8) {
            @Override
            public void close() {
                flush();
            }
        };
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (!left.hasRemaining() && ascii(bytes, offset, length)) {
            output.write(name, new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
            return;
        }
        ByteBuffer in = ByteBuffer.allocate(left.remaining() + length);
        in.put(left).put(bytes, offset, length).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining());
        decoder.decode(in, out, false);
        left = in;
        output.write(name, out.flip().toString());
    }

    private static boolean ascii(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
