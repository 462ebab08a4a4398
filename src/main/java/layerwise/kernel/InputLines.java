package layerwise.kernel;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** {@code System.in} of cells: every line is asked for in the notebook when a cell first reads it. */
final class InputLines extends InputStream {
    private final Questions questions;
    private byte[] line = new byte[0];
    private int next;

    InputLines(Questions questions) {
        this.questions = questions;
    }

    @Override
    public synchronized int read() {
        if (next == line.length) {
            ask();
        }
        return line[next++] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        into[offset] = (byte) read();
        int more = Math.min(length - 1, line.length - next);
        System.arraycopy(line, next, into, offset + 1, more);
        next += more;
        return more + 1;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    /** A reader of lines takes an {@code IOException} for the end of the input, so it says nothing; this one is heard. */
    private void ask() {
        line = (Input.typed(questions, "", false) + "\n").getBytes(StandardCharsets.UTF_8);
        next = 0;
    }
}
