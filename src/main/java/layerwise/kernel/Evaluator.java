package layerwise.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

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
    private final JShell shell =
            JShell.builder().executionEngine(control, Map.of()).build();
    private final Memory memory;
    private final Leftovers leftovers;
    private final Exceptions exceptions;
    private final Object gate = new Object();
    private boolean running;

    Evaluator() {
        this(JavaExplanations.register(new Explanations()));
    }

    /** An evaluator whose reports explain exceptions by these rules. */
    Evaluator(Explanations explanations) {
        memory = new Memory(shell, control, explanations);
        explanations.put(NullPointerException.class, memory.absent()::unset);
        leftovers = new Leftovers(shell, classes, memory.places());
        exceptions = new Exceptions(memory.places(), explanations);
        Traces traces = new Traces(shell);
        thread.news((dying, cause) -> System.err.println("in thread " + dying.getName() + ": "
                + exceptions.report(cause, traces.translated(cause)).text()));
    }

    /** {@return the value of the cell's last snippet where that is an expression; null and void are nothing} */
    synchronized Optional<Object> evaluate(Cell cell) throws CellFailure {
        try {
            return run(() -> new CellRun(cell, memory, exceptions).value());
        } finally {
            leftovers.sweep();
        }
    }

    /** {@return what went wrong in start-up code, of which every snippet is tried} */
    synchronized List<ErrorReport> prepare(String source) {
        Cell cell = new Cell(0, source);
        List<ErrorReport> failures = new ArrayList<>();
        for (Snippets.Piece piece : new Snippets(shell.sourceCodeAnalysis(), source).all()) {
            try {
                run(() -> new CellRun(cell, List.of(piece), memory, exceptions).value());
            } catch (CellFailure failure) {
                failures.add(failure.report());
            }
        }
        leftovers.sweep();
        return failures;
    }

    /** {@return what {@code work} returns on the cells' thread, where an interrupt can stop it} */
    <T> T onCellThread(Callable<T> work) throws CellFailure {
        return run(() -> {
            try {
                return thread.call(work);
            } catch (Throwable e) {
                throw new CellFailure(Guard.stopped() ? CellRun.interrupted(List.of()) : exceptions.report(e, e));
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
                throw new CellFailure(CellRun.interrupted(List.of()));
            }
            return result;
        } finally {
            control.clear();
            synchronized (gate) {
                running = false;
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

    /** {@return how much is kept of all snippets so far; nothing where JShell's records are closed} */
    synchronized OptionalInt kept() {
        return leftovers.size();
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
