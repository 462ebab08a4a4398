package layerwise.kernel;

import java.io.PrintStream;

/** What the kernel says to the terminal that Jupyter runs in; {@code System.err} belongs to the cells. */
final class Log {
    private static volatile PrintStream terminal = System.err;

    private Log() {}

    /** The present {@code System.err} is the terminal; what replaces it later is not. */
    static void open() {
        terminal = System.err;
    }

    /** One line. */
    static void note(String line) {
        terminal.println("java kernel: " + line);
    }
}
