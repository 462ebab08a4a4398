package layerwise.kernel;

import java.util.HashMap;
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
     */
    record Place(Cell cell, int line) {
        @Override
        public String toString() {
            return cell.name() + ", line " + line;
        }

        /** {@return the source line, without its indent} */
        String source() {
            return cell.text(line).strip();
        }
    }

    private final Map<String, Place> starts = new HashMap<>();

    /** The snippet begins at this offset of the cell. */
    void put(Snippet snippet, Cell cell, int offset) {
        starts.put("#" + snippet.id(), new Place(cell, cell.line(offset)));
    }

    /** {@return the place of a frame that JShell translated, nothing for a frame of a library} */
    Optional<Place> of(StackTraceElement frame) {
        return Optional.ofNullable(frame.getFileName())
                .flatMap(file -> Optional.ofNullable(starts.get(file)))
                .map(start -> new Place(start.cell(), start.line() + frame.getLineNumber() - 1));
    }
}
