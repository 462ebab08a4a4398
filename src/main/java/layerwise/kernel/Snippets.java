package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** The snippets of a cell, one after the other, each with its offset in the cell. */
final class Snippets {

    /**
     * A statement, an expression, an import or a declaration.
     *
     * @param source what JShell evaluates, maybe with a semicolon that the cell leaves out
     * @param offset where it begins in the cell
     */
    record Piece(String source, int offset) {}

    private final SourceCodeAnalysis analysis;
    private final String source;
    private int offset;

    Snippets(SourceCodeAnalysis analysis, String source) {
        this.analysis = analysis;
        this.source = source;
    }

    /** {@return the next snippet; an incomplete rest is handed out whole, for JShell to say what is missing} */
    Optional<Piece> next() {
        skipBlank();
        String rest = source.substring(offset);
        CompletionInfo info = analysis.analyzeCompletion(rest);
        if (info.completeness() == Completeness.EMPTY) {
            return Optional.empty();
        }
        Piece piece = new Piece(complete(info) ? info.source() : rest, offset);
        offset = complete(info) ? source.length() - info.remaining().length() : source.length();
        return Optional.of(piece);
    }

    /** {@return all snippets of the code} */
    List<Piece> all() {
        List<Piece> pieces = new ArrayList<>();
        for (var piece = next(); piece.isPresent(); piece = next()) {
            pieces.add(piece.get());
        }
        return pieces;
    }

    /** {@return the names that a snippet declares, several in {@code int a, b;}} */
    static List<String> names(SourceCodeAnalysis analysis, Piece piece) {
        return analysis.sourceToSnippets(piece.source()).stream()
                .flatMap(snippet ->
                        snippet instanceof DeclarationSnippet named ? Stream.of(named.name()) : Stream.empty())
                .toList();
    }

    /** JShell counts a snippet's lines from its first character that is not blank, so a piece begins there. */
    private void skipBlank() {
        while (offset < source.length() && Character.isWhitespace(source.charAt(offset))) {
            offset++;
        }
    }

    private static boolean complete(CompletionInfo info) {
        return info.completeness().isComplete()
                && info.source() != null
                && info.remaining() != null
                && !info.source().isEmpty();
    }
}
