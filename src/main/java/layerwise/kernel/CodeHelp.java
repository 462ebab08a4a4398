package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completion, inspection and "is this complete?", answered by JShell; cursors are counted in code points, as Jupyter does. */
final class CodeHelp {
    private static final String INDENT = "    ";

    private final Evaluator evaluator;

    CodeHelp(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** {@return the {@code complete_reply} at the cursor} */
    JsonObject complete(JsonObject request) {
        String code = Json.text(request, "code", "");
        int cursor = cursor(request, code);
        int[] anchor = {cursor};
        List<String> matches = evaluator.analyse(analysis -> matches(analysis, code, cursor, anchor));
        int start = matches.isEmpty() ? cursor : anchor[0];
        return Json.object(
                "status", "ok",
                "matches", matches,
                "cursor_start", code.codePointCount(0, start),
                "cursor_end", code.codePointCount(0, cursor),
                "metadata", Map.of());
    }

    /** Behind other snippets of the cell: as in a block, where their names are known; else as a snippet by itself. */
    private static List<String> matches(SourceCodeAnalysis analysis, String code, int cursor, int[] anchor) {
        List<Snippets.Piece> pieces = pieces(analysis, code.substring(0, cursor));
        if (pieces.size() > 1) {
            List<String> inBlock = suggestions(analysis, "{" + code, cursor + 1, anchor);
            anchor[0]--;
            List<String> matches = inBlock.isEmpty() ? declared(analysis, pieces, code, cursor, anchor) : inBlock;
            if (!matches.isEmpty()) {
                return matches;
            }
        }
        int start = pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).offset();
        List<String> matches = suggestions(analysis, code.substring(start), cursor - start, anchor);
        anchor[0] += start;
        return matches;
    }

    /** Names that earlier snippets of the same cell declare: JShell does not know them before the cell has run. */
    private static List<String> declared(
            SourceCodeAnalysis analysis, List<Snippets.Piece> pieces, String code, int cursor, int[] anchor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        if (start == cursor || start > 0 && code.charAt(start - 1) == '.') {
            return List.of();
        }
        anchor[0] = start;
        String prefix = code.substring(start, cursor);
        return pieces.stream()
                .flatMap(piece -> analysis.sourceToSnippets(piece.source()).stream())
                .flatMap(snippet ->
                        snippet instanceof DeclarationSnippet named ? Stream.of(named.name()) : Stream.empty())
                .filter(name -> name.startsWith(prefix))
                .distinct()
                .toList();
    }

    private static List<String> suggestions(SourceCodeAnalysis analysis, String code, int cursor, int[] anchor) {
        return analysis.completionSuggestions(code, cursor, anchor).stream()
                .sorted(Comparator.comparing((Suggestion suggestion) -> !suggestion.matchesType()))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
    }

    private static List<Snippets.Piece> pieces(SourceCodeAnalysis analysis, String code) {
        Snippets snippets = new Snippets(analysis, code);
        List<Snippets.Piece> pieces = new ArrayList<>();
        for (var piece = snippets.next(); piece.isPresent(); piece = snippets.next()) {
            pieces.add(piece.get());
        }
        return pieces;
    }

    /** {@return the {@code inspect_reply} for the name at the cursor} */
    JsonObject inspect(JsonObject request) {
        String code = Json.text(request, "code", "");
        Optional<String> found = explain(code, cursor(request, code));
        Map<String, String> data = found.map(text -> Map.of("text/plain", text)).orElseGet(Map::of);
        return Json.object("status", "ok", "found", found.isPresent(), "data", data, "metadata", Map.of());
    }

    /** {@return signatures and Javadoc of the name at the offset} */
    Optional<String> explain(String code, int offset) {
        int end = endOfName(code, offset);
        List<Documentation> found = evaluator.analyse(analysis -> documentation(analysis, code.substring(0, end)));
        String text = found.stream()
                .map(each -> each.signature() + (each.javadoc() == null ? "" : "\n" + each.javadoc()))
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    /** JShell knows a method only behind its opening bracket. */
    private static List<Documentation> documentation(SourceCodeAnalysis analysis, String code) {
        List<Documentation> named = analysis.documentation(code, code.length(), true);
        return named.isEmpty() ? analysis.documentation(code + "(", code.length() + 1, true) : named;
    }

    private static int endOfName(String code, int offset) {
        int end = offset;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }

    /** {@return {@code complete}, {@code invalid}, or {@code incomplete} with the indent of the next line} */
    JsonObject isComplete(JsonObject request) {
        String status = evaluator.analyse(analysis -> completeness(analysis, Json.text(request, "code", "")));
        JsonObject reply = Json.object("status", status);
        if (status.equals("incomplete")) {
            reply.addProperty("indent", INDENT);
        }
        return reply;
    }

    private static String completeness(SourceCodeAnalysis analysis, String code) {
        CompletionInfo info = analysis.analyzeCompletion(code);
        while (info.completeness().isComplete() && !erroneous(analysis, info)) {
            info = analysis.analyzeCompletion(info.remaining());
        }
        if (info.completeness() == Completeness.EMPTY) {
            return "complete";
        }
        return info.completeness().isComplete() ? "invalid" : "incomplete";
    }

    private static boolean erroneous(SourceCodeAnalysis analysis, CompletionInfo info) {
        return info.completeness() == Completeness.UNKNOWN
                || analysis.sourceToSnippets(info.source()).stream().anyMatch(ErroneousSnippet.class::isInstance);
    }

    private static int cursor(JsonObject request, String code) {
        int points = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.max(0, Math.min(points, Json.number(request, "cursor_pos", points))));
    }
}
