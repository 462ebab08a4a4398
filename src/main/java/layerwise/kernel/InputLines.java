package layerwise.kernel;

import java.io.IOException;
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
    public synchronized int read() throws IOException {
        if (next == line.length) {
            ask();
        }
        return line[next++] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
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

    private void ask() throws IOException {
        try {
            String typed = questions
                    .ask("", false)
                    .orElseThrow(
                            () -> new IOException("System.in: this front end takes no questions (allow_stdin is false);"
                                    + " give the value in the cell instead"));
            line = (typed + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        } catch (InterruptedException e) {
            throw new Guard.Stopped();
        }
    }
}
