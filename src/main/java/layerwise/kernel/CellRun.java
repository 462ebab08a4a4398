package layerwise.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** One run of one cell, snippet by snippet, up to the first that fails. */
final class CellRun {

    /** A snippet that was evaluated; at the cell's end all it names must be defined. */
    private record Declared(Snippet snippet, Snippets.Piece piece) {}

    private static final Pattern FINAL = Pattern.compile("(?:(?:public|protected|private|static)\\s+)*final\\b");

    /** A text that could be the name of a variable. */
    private static final Pattern QUOTED = Pattern.compile("(?U)\"([a-z]\\w*)\"");

    private final Cell cell;
    private final List<Snippets.Piece> pieces;
    private final Memory memory;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Exceptions exceptions;
    private final List<Declared> declared = new ArrayList<>();

    CellRun(Cell cell, Memory memory, Exceptions exceptions) {
        this(cell, new Snippets(memory.shell().sourceCodeAnalysis(), cell.source()).all(), memory, exceptions);
    }

    /** A run of some snippets of the cell only. */
    CellRun(Cell cell, List<Snippets.Piece> pieces, Memory memory, Exceptions exceptions) {
        this.cell = cell;
        this.pieces = pieces;
        this.memory = memory;
        this.exceptions = exceptions;
        shell = memory.shell();
        analysis = shell.sourceCodeAnalysis();
    }

    /** {@return the value of the last snippet where that is an expression; null and void are nothing} */
    Optional<Object> value() throws CellFailure {
        Optional<Object> value = Optional.empty();
        LongRuns runs = new LongRuns(pieces);
        int apart = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int length = i < apart ? 1 : runs.length(i);
            if (length > 1 && together(runs.together(cell.source(), i, length), i + length)) {
                i += length - 1;
            } else {
                apart = Math.max(apart, i + length);
                value = value(i);
            }
        }
        for (Declared each : declared) {
            check(each);
        }
        requireClosedComment();
        return value;
    }

    /** False where the compiler refuses: then each statement is run by itself, up to the one that is refused. */
    private boolean together(Snippets.Piece block, int next) throws CellFailure {
        Comparisons.begin();
        try {
            List<SnippetEvent> events = shell.eval(block.source());
            for (SnippetEvent event : events) {
                memory.places().put(event.snippet(), cell, block.offset());
                if (event.exception() != null) {
                    throw new CellFailure(report(event.exception()));
                }
            }
            return events.stream().allMatch(event -> event.status() == Status.VALID);
        } catch (CellFailure failure) {
            pieces.subList(next, pieces.size()).forEach(this::forget);
            throw failure;
        } finally {
            Comparisons.found().ifPresent(found -> note(block, found));
        }
    }

    private Optional<Object> value(int index) throws CellFailure {
        Comparisons.begin();
        try {
            return value(pieces.get(index), pieces.subList(index + 1, pieces.size()));
        } catch (CellFailure failure) {
            pieces.subList(index, pieces.size()).forEach(this::forget);
            throw failure;
        } finally {
            Comparisons.found().ifPresent(found -> note(pieces.get(index), found));
        }
    }

    private void forget(Snippets.Piece piece) {
        memory.absent().put(Snippets.names(analysis, piece), new Places.Place(cell, piece.offset()));
    }

    private Optional<Object> value(Snippets.Piece piece, List<Snippets.Piece> below) throws CellFailure {
        if (Guard.stopped()) {
            throw new CellFailure(interrupted(List.of()));
        }
        Optional<Object> value = Optional.empty();
        Losses losses = new Losses(memory.absent(), memory.places());
        for (SnippetEvent event : shell.eval(piece.source())) {
            if (event.causeSnippet() == null) {
                memory.places().put(event.snippet(), cell, piece.offset());
                forgetTemporary(event);
                check(event, piece, below);
                declared.add(new Declared(event.snippet(), piece));
                value = value(event);
                if (value.isEmpty()) {
                    tellUnset(event.snippet());
                }
            } else if (event.exception() != null) {
                throw new CellFailure(report(event.exception()));
            } else {
                losses.add(event);
            }
        }
        losses.tell(because(declared.get(declared.size() - 1).snippet()));
        return value;
    }

    private static String because(Snippet snippet) {
        return snippet instanceof DeclarationSnippet named
                ? named.name() + " is defined anew"
                : "of " + snippet.source().strip();
    }

    /**
     * JShell keeps {@code $7} for every expression and imports all of them into every later snippet, so that each cell
     * would be slower and larger than the one before.
     */
    private void forgetTemporary(SnippetEvent event) {
        if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND && event.status() == Status.VALID) {
            shell.drop(event.snippet());
        }
    }

    /**
     * The value rule of IJava: an expression or a variable by itself has a value, a declaration or an assignment none; and
     * the stream that {@code System.out.printf(…)} returns is none to look at.
     */
    private Optional<Object> value(SnippetEvent event) {
        SubKind kind = event.snippet().subKind();
        boolean shown = kind == SubKind.VAR_VALUE_SUBKIND
                || kind == SubKind.OTHER_EXPRESSION_SUBKIND
                || kind == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        Optional<Object> value =
                shown ? Optional.ofNullable(event.value()).flatMap(memory.control()::take) : Optional.empty();
        return value.filter(each -> each != System.out && each != System.err);
    }

    private void check(SnippetEvent event, Snippets.Piece piece, List<Snippets.Piece> below) throws CellFailure {
        if (event.exception() != null) {
            throw new CellFailure(report(event.exception()).with(unset(event.snippet(), piece)));
        }
        if (event.status() == Status.REJECTED) {
            throw compileError(event.snippet(), piece, below);
        }
        if (event.snippet() instanceof DeclarationSnippet named) {
            memory.absent().remove(named.name());
        }
        if (event.snippet().subKind() == SubKind.ASSIGNMENT_SUBKIND
                && event.snippet() instanceof ExpressionSnippet assignment) {
            memory.absent().remove(assignment.name());
        }
        if (event.snippet() instanceof VarSnippet variable
                && FINAL.matcher(variable.source()).lookingAt()) {
            memory.notes()
                    .once(
                            "final",
                            "final counts for nothing in a cell's own variables: " + variable.name()
                                    + " may be given another value");
        }
    }

    /** A variable whose value failed is there all the same, as null or 0. */
    private List<String> unset(Snippet snippet, Snippets.Piece piece) {
        if (!(snippet instanceof VarSnippet variable) || snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            return List.of();
        }
        memory.absent().unset(variable.name(), new Places.Place(cell, piece.offset()));
        return List.of("note: " + variable.name() + " was not set");
    }

    /** A variable that a cell ends in shows nothing where it is null. */
    private void tellUnset(Snippet snippet) {
        if (snippet.subKind() == SubKind.VAR_VALUE_SUBKIND && snippet instanceof ExpressionSnippet variable) {
            memory.absent().unset(variable.name()).ifPresent(Notes::tell);
        }
    }

    private CellFailure compileError(Snippet snippet, Snippets.Piece piece, List<Snippets.Piece> below) {
        Map<String, Places.Place> names = new HashMap<>();
        for (Snippets.Piece each : below) {
            Places.Place place = new Places.Place(cell, each.offset());
            Snippets.names(analysis, each).forEach(name -> names.putIfAbsent(name, place));
        }
        CompileErrors errors = new CompileErrors(cell, error -> memory.hints().of(error, piece.source(), names));
        return new CellFailure(
                errors.report(piece.offset(), shell.diagnostics(snippet).toList()));
    }

    private ErrorReport report(JShellException exception) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            DeclarationSnippet snippet = unresolved.getSnippet();
            return new ErrorReport("UnresolvedReference", missing(snippet), place(snippet)).with(hints(snippet));
        }
        Throwable thrown =
                exception instanceof EvalException ? memory.control().thrown().orElse(exception) : exception;
        ErrorReport report = exceptions.report(thrown, exception).with(quoted(thrown));
        return Guard.stopped() ? interrupted(report.lines()) : report;
    }

    /** A text that is refused, though a variable has its name, was meant for the variable. */
    private List<String> quoted(Throwable thrown) {
        if (!(thrown instanceof IllegalArgumentException)) {
            return List.of();
        }
        String message = " " + String.valueOf(thrown.getMessage()) + " ";
        return QUOTED.matcher(cell.source())
                .results()
                .map(text -> text.group(1))
                .filter(name -> message.matches("(?s).*\\W" + name + "\\W.*"))
                .filter(name ->
                        shell.variables().anyMatch(variable -> variable.name().equals(name)))
                .limit(1)
                .map(name -> CompileErrors.hint(name + " is a variable here: leave out the quotes"))
                .toList();
    }

    /** JShell takes a comment that is never closed for the end of the cell, and says nothing. */
    private void requireClosedComment() throws CellFailure {
        Optional<Brackets.Sign> comment =
                Brackets.lone(cell.source()).filter(sign -> sign.text().equals("/*"));
        if (comment.isPresent()) {
            throw new CellFailure(errors().report(comment.get().offset(), "/* is never closed"));
        }
    }

    private CompileErrors errors() {
        return new CompileErrors(cell, error -> Optional.empty());
    }

    /** {@return the report of a cell that the reader stopped, with where it was} */
    static ErrorReport interrupted(List<String> lines) {
        return new ErrorReport("Interrupted", "the cell was stopped; what its earlier lines defined is kept", lines);
    }

    private String missing(DeclarationSnippet snippet) {
        return snippet.name() + " needs "
                + shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "))
                + ", which is not defined";
    }

    private List<String> place(DeclarationSnippet snippet) {
        return memory.places().of(snippet).map(Places.Place::pointer).orElse(List.of());
    }

    private List<String> hints(DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet)
                .flatMap(dependency -> Unknown.of(dependency).stream())
                .flatMap(unknown -> memory.hints().of(unknown, snippet.source()).stream())
                .limit(1)
                .map(CompileErrors::hint)
                .toList();
    }

    /** A class that waits for another cannot be used; a method that waits for another fails when it is called. */
    private void check(Declared each) throws CellFailure {
        if (!(each.snippet() instanceof DeclarationSnippet named)) {
            return;
        }
        if (shell.status(named) == Status.RECOVERABLE_NOT_DEFINED) {
            ErrorReport report = errors().report(each.piece().offset(), missing(named));
            throw new CellFailure(report.with(hints(named)));
        }
        if (shell.status(named) == Status.RECOVERABLE_DEFINED) {
            Notes.tell(missing(named));
        }
    }

    private void note(Snippets.Piece piece, String found) {
        Notes.tell(new Places.Place(cell, piece.offset()) + ": " + found);
    }
}
