package layerwise.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;

/** Where each snippet stands: JShell names it {@code #12}, the reader sees cell 3, line 2. */
final class Places {

    /**
     * One line of one cell.
     *
     * @param cell the cell
     * @param line its line, the first is 1
     * @param start the column at which the snippet begins on that line, the first is 1
     */
    record Place(Cell cell, int line, int start) {
        Place(Cell cell, int offset) {
            this(cell, cell.line(offset), cell.column(offset));
        }

        @Override
        public String toString() {
            return cell.name() + ", line " + line;
        }

        /** {@return the source line without its indent, and a caret under what failed} */
        List<String> source(Throwable thrown, Optional<StackTraceElement> called) {
            String text = cell.text(line);
            int indent = text.length() - text.stripLeading().length();
            int column = Culprit.column(text, thrown, called).orElse(start - 1);
            return List.of(text.strip(), " ".repeat(Math.max(0, column - indent)) + "^");
        }

        /** {@return the place, its source line and a caret where the snippet begins} */
        List<String> pointer() {
            String text = cell.text(line);
            return List.of(this + ", column " + start, "    " + text, "    " + " ".repeat(start - 1) + "^");
        }

        private Place below(int lines) {
            return lines == 0 ? this : new Place(cell, line + lines, 1);
        }
    }

    private final Map<String, Place> starts = new HashMap<>();

    /** The snippet begins at this offset of the cell. */
    void put(Snippet snippet, Cell cell, int offset) {
        starts.put("#" + snippet.id(), new Place(cell, offset));
    }

    /** {@return where the snippet begins, nothing for one that no cell holds} */
    Optional<Place> of(Snippet snippet) {
        return Optional.ofNullable(starts.get("#" + snippet.id()));
    }

    /** {@return the place of a frame that JShell translated, nothing for a frame of a library} */
    Optional<Place> of(StackTraceElement frame) {
        return Optional.ofNullable(frame.getFileName())
                .flatMap(file -> Optional.ofNullable(starts.get(file)))
                .map(start -> start.below(frame.getLineNumber() - 1));
    }
}
