package layerwise.kernel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Statements in a row that are so many that JShell, which compiles each by itself, would take seconds: they are
 * compiled together, as a block.
 *
 * <p>Nothing is declared by them, and the cell's last snippet, which has its value, is never among them.
 */
final class LongRuns {

    /** Fewer statements in a row stay single: a cell of a lesson runs as on other kernels. */
    private static final int LONG = 20;

    /** A call, an assignment or a word that begins a statement; a declaration has a type and a blank before its name. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?s)(?:\\s|//[^\\n]*\\n|/\\*.*?\\*/)*+"
                    + "(?:(?:for|if|while|do|switch|try|synchronized|assert|throw|new)\\b|\\+\\+|--"
                    + "|[\\w$.\\[\\]]++\\s*+(?:\\(|\\+\\+|--|[-+*/%&|^]=|=[^=])).*[;}]\\s*",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LEAVES = Pattern.compile("\\b(?:return|yield)\\b");

    private final List<Snippets.Piece> pieces;

    LongRuns(List<Snippets.Piece> pieces) {
        this.pieces = pieces;
    }

    /** {@return how many pieces from this one on are run together; 1 where they are too few} */
    int length(int index) {
        if (pieces.size() - index <= LONG) {
            return 1;
        }
        int end = index;
        while (end < pieces.size() - 1 && isStatement(pieces.get(end))) {
            end++;
        }
        return end - index >= LONG ? end - index : 1;
    }

    private static boolean isStatement(Snippets.Piece piece) {
        return STATEMENT.matcher(piece.source()).matches()
                && !LEAVES.matcher(piece.source()).find();
    }

    /** {@return the pieces as one block of the cell's own lines} */
    Snippets.Piece together(String source, int index, int length) {
        int start = pieces.get(index).offset();
        int end = pieces.get(index + length).offset();
        return new Snippets.Piece("{" + source.substring(start, end) + "\n}", start);
    }
}
