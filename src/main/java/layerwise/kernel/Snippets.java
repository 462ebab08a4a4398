package layerwise.kernel;

import java.util.Optional;
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
