package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;

/** The lines of a stack trace, short: at most six frames of a library in a row, a recursion only three times. */
final class FrameLines {
    private static final int LIBRARY = 6;
    private static final int SAME = 3;

    private final List<String> lines = new ArrayList<>();
    private String last = "";
    private int same;
    private int library;
    private boolean source;

    /** A frame of a cell; the source line is shown below the first of them. */
    void cell(String frame, String text) {
        library = 0;
        add(frame);
        if (!source) {
            lines.add("        " + text);
            source = true;
        }
    }

    /** A frame of the JDK or of a library. */
    void library(String frame) {
        library++;
        if (library <= LIBRARY) {
            add(frame);
        } else if (library == LIBRARY + 1) {
            lines.add("    …");
        }
    }

    private void add(String frame) {
        same = frame.equals(last) ? same + 1 : 1;
        last = frame;
        if (same <= SAME) {
            lines.add("    at " + frame);
        } else if (same == SAME + 1) {
            lines.add("    …");
        }
    }

    /** {@return the lines so far} */
    List<String> all() {
        return List.copyOf(lines);
    }
}
