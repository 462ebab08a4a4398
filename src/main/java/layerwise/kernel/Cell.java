package layerwise.kernel;

import java.util.List;

/**
 * The source of one cell and the number in its brackets, {@code [3]}; 0 is the start-up code.
 *
 * @param number what Jupyter shows beside the cell
 * @param source the text as it was typed
 */
record Cell(int number, String source) {

    /** {@return {@code cell 3}, or {@code start-up code}} */
    String name() {
        return number == 0 ? "start-up code" : "cell " + number;
    }

    /** {@return the line of this offset, the first is 1} */
    int line(int offset) {
        return 1 + (int) before(offset).chars().filter(c -> c == '\n').count();
    }

    /** {@return the column of this offset, the first is 1} */
    int column(int offset) {
        return before(offset).length() - before(offset).lastIndexOf('\n');
    }

    /** {@return the text of a line, empty where the cell has no such line} */
    String text(int line) {
        List<String> lines = source.lines().toList();
        return line < 1 || line > lines.size() ? "" : lines.get(line - 1);
    }

    private String before(int offset) {
        return source.substring(0, Math.max(0, Math.min(offset, source.length())));
    }
}
