package layerwise.course;

import java.io.Console;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Lines of text, the last of which may be written over while it is not final; on no terminal only final ones are written. */
final class Terminal {
    private static final long TENTH = 100_000_000;

    private final PrintWriter out;
    private final boolean attached;
    private final LongSupplier clock;
    private int written;
    private long next;

    Terminal(PrintWriter out, boolean attached, LongSupplier clock) {
        this.out = out;
        this.attached = attached;
        this.clock = clock;
        this.next = clock.getAsLong();
    }

    static Terminal of(PrintWriter out) {
        return new Terminal(out, isAttached(), System::nanoTime);
    }

    /** From Java 22 on a console may be a pipe, and says so. */
    private static boolean isAttached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** {@return whether a passing line would be written now: ten in a second are} */
    boolean isDue() {
        return attached && clock.getAsLong() >= next;
    }

    /** Writes a line that the next one is written over. */
    void passing(String line) {
        next = clock.getAsLong() + TENTH;
        write("\r" + over(line));
        written = line.length();
    }

    /** Writes a line that stays. */
    void line(String line) {
        write((written > 0 ? "\r" + over(line) : line) + System.lineSeparator());
        written = 0;
    }

    private String over(String line) {
        return line + " ".repeat(Math.max(0, written - line.length()));
    }

    private void write(String text) {
        out.print(text);
        out.flush();
    }
}
