package layerwise.kernel;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * What the kernel says to the terminal that Jupyter runs in; {@code System.err} belongs to the cells.
 *
 * <p>At most a hundred lines a minute: a terminal that nobody reads takes only so many before it stops its writer.
 */
final class Log {
    private static final int LINES_A_MINUTE = 100;
    private static final int LONGEST_LINE = 400;

    private static volatile PrintStream terminal = System.err;
    private static long minute = Long.MIN_VALUE;
    private static int lines;

    private Log() {}

    /** The present {@code System.err} is the terminal; what replaces it later is not. */
    static void open() {
        terminal = System.err;
    }

    /** One line, without what could steer a terminal. */
    static void note(String line) {
        if (allowed()) {
            String printable = line.replaceAll("\\p{Cntrl}+", " ");
            terminal.println("java kernel: " + printable.substring(0, Math.min(printable.length(), LONGEST_LINE)));
        }
    }

    private static synchronized boolean allowed() {
        long now = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
        if (now != minute) {
            minute = now;
            lines = 0;
        }
        lines++;
        if (lines == LINES_A_MINUTE) {
            terminal.println("java kernel: more notes of this minute are left out");
        }
        return lines < LINES_A_MINUTE;
    }
}
