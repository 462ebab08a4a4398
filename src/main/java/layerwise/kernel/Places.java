package layerwise.kernel;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

        /** {@return the line so many lines further down} */
        Place below(int lines) {
            return lines == 0 ? this : new Place(cell, line + lines, 1);
        }
    }

    /**
     * A class that JShell no longer knows, though some thread may still run it.
     *
     * @param loader the class is gone as soon as this is
     * @param first the number of its first line that a cell holds
     * @param lines where that line and those below it stand
     */
    private record Old(WeakReference<ClassLoader> loader, int first, List<Place> lines) {
        Optional<Place> place(int line) {
            int index = line - first;
            return index < 0 || index >= lines.size() ? Optional.empty() : Optional.of(lines.get(index));
        }
    }

    private final Map<Snippet, Place> starts = new HashMap<>();

    /** A snippet that replaces another takes over its number. */
    private final Map<String, Place> latest = new HashMap<>();

    private final Map<String, Old> old = new HashMap<>();

    /** The snippet begins at this offset of the cell. */
    void put(Snippet snippet, Cell cell, int offset) {
        Place place = new Place(cell, offset);
        starts.put(snippet, place);
        latest.put(file(snippet), place);
    }

    /** As JShell calls it in the frames that it translates. */
    private static String file(Snippet snippet) {
        return "#" + snippet.id();
    }

    /** {@return where the snippet begins, nothing for one that no cell holds} */
    Optional<Place> of(Snippet snippet) {
        return Optional.ofNullable(starts.get(snippet));
    }

    /** {@return the place of a frame of a cell, nothing for a frame of a library} */
    Optional<Place> of(StackTraceElement frame) {
        return Optional.ofNullable(frame.getFileName())
                .flatMap(file -> Optional.ofNullable(latest.get(file)))
                .map(start -> start.below(frame.getLineNumber() - 1))
                .or(() -> ofOld(frame));
    }

    private Optional<Place> ofOld(StackTraceElement frame) {
        return Names.wrapper(frame.getClassName())
                .flatMap(wrapper -> Optional.ofNullable(old.get(wrapper)))
                .flatMap(known -> known.place(frame.getLineNumber()));
    }

    /** JShell will no longer translate the frames of this class. */
    void retire(String wrapper, ClassLoader loader, int first, List<Place> lines) {
        old.put(wrapper, new Old(new WeakReference<>(loader), first, List.copyOf(lines)));
    }

    /** Forgets all snippets but these, and the old classes that are gone. */
    void keep(Collection<Snippet> snippets) {
        starts.keySet().retainAll(Set.copyOf(snippets));
        latest.keySet().retainAll(snippets.stream().map(Places::file).collect(Collectors.toSet()));
        old.values().removeIf(each -> each.loader().refersTo(null));
    }
}
