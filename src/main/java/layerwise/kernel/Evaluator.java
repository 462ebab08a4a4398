package layerwise.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;

/**
 * Cells, evaluated by JShell in this JVM: the value of the last expression, or a {@link CellFailure}.
 *
 * <p>A cell that fails in the middle leaves what its earlier lines defined. Classes and methods may name each other in
 * any order within one cell.
 */
final class Evaluator implements AutoCloseable {
    private final CellClasses classes = new CellClasses();
    private final CellThread thread = new CellThread(classes.loader());
    private final CellControl control = new CellControl(classes, thread);
    private final Places places = new Places();
    private final Exceptions exceptions = new Exceptions(places);
    private final JShell shell =
            JShell.builder().executionEngine(control, Map.of()).build();
    private final Object gate = new Object();
    private boolean running;

    /** {@return the value of the cell's last snippet where that is an expression; null and void are nothing} */
    Optional<Object> evaluate(Cell cell) throws CellFailure {
        return run(() -> value(cell));
    }

    /** {@return what went wrong in start-up code, of which every snippet is tried} */
    synchronized List<ErrorReport> prepare(String source) {
        Cell cell = new Cell(0, source);
        Snippets snippets = new Snippets(shell.sourceCodeAnalysis(), source);
        List<ErrorReport> failures = new ArrayList<>();
        for (var piece = snippets.next(); piece.isPresent(); piece = snippets.next()) {
            Snippets.Piece next = piece.get();
            try {
                run(() -> value(cell, next, new ArrayList<>()));
            } catch (CellFailure failure) {
                failures.add(failure.report());
            }
        }
        return failures;
    }

    /** {@return what {@code work} returns on the cells' thread, where an interrupt can stop it} */
    <T> T onCellThread(Callable<T> work) throws CellFailure {
        return run(() -> {
            try {
                return thread.call(work);
            } catch (Throwable e) {
                throw new CellFailure(Guard.stopped() ? interrupted(List.of()) : exceptions.report(e, e));
            }
        });
    }

    private interface Evaluation<T> {
        T result() throws CellFailure;
    }

    private synchronized <T> T run(Evaluation<T> evaluation) throws CellFailure {
        synchronized (gate) {
            Guard.begin(thread.thread());
            running = true;
        }
        try {
            T result = evaluation.result();
            if (Guard.stopped()) {
                throw new CellFailure(interrupted(List.of()));
            }
            return result;
        } finally {
            control.clear();
            synchronized (gate) {
                running = false;
            }
        }
    }

    private Optional<Object> value(Cell cell) throws CellFailure {
        Snippets snippets = new Snippets(shell.sourceCodeAnalysis(), cell.source());
        List<Declared> open = new ArrayList<>();
        Optional<Object> value = Optional.empty();
        Optional<Snippets.Piece> piece = snippets.next();
        while (piece.isPresent()) {
            value = value(cell, piece.get(), open);
            piece = snippets.next();
        }
        for (Declared each : open) {
            each.check(cell);
        }
        return value;
    }

    private Optional<Object> value(Cell cell, Snippets.Piece piece, List<Declared> open) throws CellFailure {
        if (Guard.stopped()) {
            throw new CellFailure(interrupted(List.of()));
        }
        Optional<Object> value = Optional.empty();
        for (SnippetEvent event : shell.eval(piece.source())) {
            if (event.causeSnippet() == null) {
                places.put(event.snippet(), cell, piece.offset());
                check(event, cell, piece);
                open.add(new Declared(event.snippet(), piece));
                value = value(event);
            } else if (event.exception() != null) {
                throw new CellFailure(report(event.exception()));
            }
        }
        return value;
    }

    /** The value rule of IJava: an expression or a variable by itself has a value, a declaration or an assignment none. */
    private Optional<Object> value(SnippetEvent event) {
        SubKind kind = event.snippet().subKind();
        boolean shown = kind == SubKind.VAR_VALUE_SUBKIND
                || kind == SubKind.OTHER_EXPRESSION_SUBKIND
                || kind == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        return shown ? Optional.ofNullable(event.value()).flatMap(control::take) : Optional.empty();
    }

    private void check(SnippetEvent event, Cell cell, Snippets.Piece piece) throws CellFailure {
        if (event.exception() != null) {
            throw new CellFailure(report(event.exception()));
        }
        if (event.status() == Status.REJECTED) {
            throw compileError(event.snippet(), cell, piece);
        }
    }

    private CellFailure compileError(Snippet snippet, Cell cell, Snippets.Piece piece) {
        return new CellFailure(new CompileErrors(cell)
                .report(piece.offset(), shell.diagnostics(snippet).toList()));
    }

    private ErrorReport report(JShellException exception) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            return new ErrorReport("UnresolvedReference", missing(unresolved.getSnippet()), List.of());
        }
        Throwable thrown = exception instanceof EvalException ? control.thrown().orElse(exception) : exception;
        ErrorReport report = exceptions.report(thrown, exception);
        return Guard.stopped() ? interrupted(report.lines()) : report;
    }

    private static ErrorReport interrupted(List<String> lines) {
        return new ErrorReport("Interrupted", "the cell was stopped; what its earlier lines defined is kept", lines);
    }

    private String missing(DeclarationSnippet snippet) {
        return snippet.name() + " needs "
                + shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "))
                + ", which is not defined";
    }

    /** A snippet of the running cell; at the cell's end all it names must be defined. */
    private final class Declared {
        private final Snippet snippet;
        private final Snippets.Piece piece;

        Declared(Snippet snippet, Snippets.Piece piece) {
            this.snippet = snippet;
            this.piece = piece;
        }

        void check(Cell cell) throws CellFailure {
            if (shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED
                    && snippet instanceof DeclarationSnippet named) {
                throw new CellFailure(new CompileErrors(cell).report(piece.offset(), missing(named)));
            }
            if (shell.status(snippet) == Status.RECOVERABLE_DEFINED && snippet instanceof DeclarationSnippet named) {
                System.err.println("note: " + missing(named));
            }
        }
    }

    /** {@return what JShell knows about a piece of code, asked for while no cell runs} */
    synchronized <T> T analyse(Function<SourceCodeAnalysis, T> question) {
        return question.apply(shell.sourceCodeAnalysis());
    }

    /** {@return whether a variable of that name was defined} */
    synchronized boolean knows(String name) {
        return shell.variables().anyMatch(variable -> variable.name().equals(name));
    }

    /** Lets cells use the classes of this jar or folder. */
    synchronized void addToClasspath(Path entry) {
        shell.addToClasspath(entry.toString());
    }

    /** {@return nanoseconds that the snippets of all cells have run so far, without compiling} */
    long running() {
        return control.running();
    }

    /** Stops the running cell at its next loop, call, sleep or read; without one it does nothing. */
    void interrupt() {
        synchronized (gate) {
            if (running) {
                Guard.stop();
                thread.interrupt();
            }
        }
    }

    /** {@return where the cell's thread is now, innermost frame first; nothing where no cell runs} */
    List<StackTraceElement> position() {
        synchronized (gate) {
            return running ? List.of(thread.thread().getStackTrace()) : List.of();
        }
    }

    /** {@return what the cells' thread does now} */
    Thread.State state() {
        return thread.thread().getState();
    }

    @Override
    public void close() {
        shell.close();
    }
}
