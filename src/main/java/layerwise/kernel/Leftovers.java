package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * What is left of snippets that no later cell can name: statements, expressions, what was refused, replaced or dropped.
 *
 * <p>JShell keeps the source of each for ever, with a line for every name of its time, and its class file, which the
 * compiler reads before every snippet. Swept away, a session of thousands of cells is as quick and as small as one of
 * hundreds. In a JVM that keeps JShell's records closed nothing is swept, and the session grows.
 */
final class Leftovers {
    private static final int SNIPPETS_OF_A_COMPILER = 1000;

    private final JShell shell;
    private final CellClasses classes;
    private final Places places;
    private Optional<ShellRecords> records;
    private int renewed;

    Leftovers(JShell shell, CellClasses classes, Places places) {
        this.shell = shell;
        this.classes = classes;
        this.places = places;
        records = ShellRecords.of(shell);
    }

    /** Lets go of them; called while JShell has nothing to do. */
    void sweep() {
        try {
            records.ifPresent(this::sweep);
        } catch (RuntimeException e) {
            records = Optional.empty();
            Log.note("the memory of this session will grow, because what it no longer needs stays: " + e);
        }
    }

    /** {@return how many snippets, sources and classes are kept; nothing where the records are closed} */
    OptionalInt size() {
        return records.map(known -> OptionalInt.of(known.size() + classes.size()))
                .orElseGet(OptionalInt::empty);
    }

    private void sweep(ShellRecords known) {
        Set<Snippet> living = shell.snippets().filter(this::lives).collect(Collectors.toSet());
        Set<String> wrappers =
                classes.reach(living.stream().flatMap(this::wrapper).toList());
        known.wrappers().stream().filter(name -> !wrappers.contains(name)).forEach(name -> retire(known, name));
        known.keep(living, wrappers);
        classes.keep(wrappers);
        places.keep(living);
        if (known.numbers() - renewed >= SNIPPETS_OF_A_COMPILER) {
            renewed = known.numbers();
            known.renewCompilers();
        }
    }

    /** A later cell can name it. */
    private boolean lives(Snippet snippet) {
        return snippet.kind().isPersistent() && shell.status(snippet).isActive();
    }

    private Stream<String> wrapper(Snippet snippet) {
        return Names.wrapper(shell.sourceCodeAnalysis().wrapper(snippet).fullClassName()).stream();
    }

    /** A thread may still run it, and its failures are to name the lines of its cell. */
    private void retire(ShellRecords known, String wrapper) {
        classes.loader(wrapper).ifPresent(loader -> {
            ShellRecords.Lines lines = known.lines(wrapper);
            List<Places.Place> found = new ArrayList<>();
            for (ShellRecords.Line each : lines.lines()) {
                places.of(each.snippet()).ifPresent(start -> found.add(start.below(each.line())));
            }
            places.retire(wrapper, loader, lines.first(), found);
        });
    }
}
