package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a stack trace, short: of the library's frames in a row the one that threw and the one that the cell
 * called, a recursion only three times.
 */
final class FrameLines {
    private static final int SAME = 3;
    private static final int LIBRARY = 6;

    private final List<String> lines = new ArrayList<>();
    private final List<StackTraceElement> library = new ArrayList<>();
    private String last = "";
    private int same;
    private boolean source;

    /** A frame of a cell; the source line is shown below the first of them. */
    void cell(String frame, List<String> text) {
        fold();
        add(frame);
        if (!source) {
            text.forEach(line -> lines.add("        " + line));
            source = true;
        }
    }

    /** A frame of the JDK or of a library. */
    void library(StackTraceElement frame) {
        library.add(frame);
    }

    private void fold() {
        if (library.isEmpty()) {
            return;
        }
        StackTraceElement thrower = library.get(0);
        int hidden = library.size() - 1;
        if (hidden > 0 && !isJdk(thrower)) {
            add(text(thrower));
            hidden--;
        }
        if (hidden > 0) {
            lines.add("    … " + hidden + (hidden == 1 ? " frame" : " frames") + " inside");
        }
        add(text(library.get(library.size() - 1)));
        library.clear();
    }

    private static boolean isJdk(StackTraceElement frame) {
        return Optional.ofNullable(frame.getModuleName())
                .filter(module -> module.startsWith("java.") || module.startsWith("jdk."))
                .isPresent();
    }

    private static String text(StackTraceElement frame) {
        String method = frame.getClassName().replace('$', '.') + "." + Names.method(frame.getMethodName());
        return isJdk(frame) ? method : method + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
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
        if (source) {
            fold();
        } else {
            library.stream().limit(LIBRARY).forEach(frame -> add(text(frame)));
        }
        return List.copyOf(lines);
    }
}
