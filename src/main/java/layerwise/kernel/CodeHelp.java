package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Completion, inspection and "is this complete?", answered by JShell; cursors are counted in code points, as Jupyter does. */
final class CodeHelp {
    private static final String INDENT = "    ";

    /** What Jupyter's pages break by themselves they break inside words. */
    private static final String WHOLE_WORDS = "white-space:pre-wrap;word-break:normal;overflow-wrap:break-word";

    private static final String LINE = "(.{1,79})(?: +|$)";

    /** The index is read once, by whoever asks first. */
    private static final class Index {
        static final JavadocIndex JAVADOC = JavadocIndex.of(CodeHelp.class.getClassLoader());
    }

    /** A name's signature and its comment, empty where there is none. */
    private record Entry(Signature signature, String comment) {
        String text() {
            return signature.readable() + (comment.isEmpty() ? "" : "\n" + new Javadoc(comment).text());
        }

        String html() {
            return "<pre style=\"" + WHOLE_WORDS + "\">"
                    + signature.readable().replace("&", "&amp;").replace("<", "&lt;") + "</pre>"
                    + (comment.isEmpty() ? "" : new Javadoc(comment).html());
        }
    }

    /** What is called by a text that begins behind it: {@code check} for {@code check(}. */
    private static final Pattern CALL = Pattern.compile("(?U)(?<![\\w$.])([\\w$.]++)\\s*+\\(\\s*+$");

    private final Evaluator evaluator;
    private final Function<String, List<String>> texts;

    CodeHelp(Evaluator evaluator) {
        this(evaluator, call -> List.of());
    }

    /** Knows from {@code texts} what may stand in the text that a call begins with. */
    CodeHelp(Evaluator evaluator, Function<String, List<String>> texts) {
        this.evaluator = evaluator;
        this.texts = texts;
    }

    /** Asks what readers ask first, so that the first of them need not wait. */
    void warmUp() {
        complete(Json.object("code", "String.valueO"));
        complete(Json.object("code", "Strin"));
        entries("String.valueOf(", "String.valueOf(".length());
        ClassNames.await(() -> evaluator.analyse(analysis -> analysis.listQualifiedNames("List", "List".length())));
    }

    /** {@return the {@code complete_reply} at the cursor} */
    JsonObject complete(JsonObject request) {
        String code = Json.text(request, "code", "");
        int cursor = cursor(request, code);
        return evaluator.analyse(analysis -> reply(analysis, completion(analysis, code, cursor), code, cursor));
    }

    private static JsonObject reply(SourceCodeAnalysis analysis, Completion found, String code, int cursor) {
        int first = code.codePointCount(0, found.start());
        int last = code.codePointCount(0, cursor);
        return Json.object(
                "status",
                "ok",
                "matches",
                found.words(),
                "cursor_start",
                first,
                "cursor_end",
                last,
                "metadata",
                Map.of("_jupyter_types_experimental", found.types(analysis, first, last)));
    }

    /** In a literal: texts or paths. Behind other snippets of the cell: as in a block, where their names are known. */
    private Completion completion(SourceCodeAnalysis analysis, String code, int cursor) {
        Optional<Integer> quote = Brackets.quote(code, cursor);
        if (quote.isPresent()) {
            return inLiteral(code, quote.get(), cursor);
        }
        List<Snippets.Piece> pieces = new Snippets(analysis, code.substring(0, cursor)).all();
        Completion found = new Completion(List.of(), cursor, "", Optional.empty());
        if (pieces.size() > 1) {
            Completion inBlock = Completion.of(analysis, "{", code, cursor);
            found = inBlock.words().isEmpty() ? declared(analysis, pieces, code, cursor) : inBlock;
        }
        int start = pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).offset();
        return found.words().isEmpty()
                ? Completion.of(analysis, "", code.substring(start), cursor - start)
                        .shifted(start)
                : found;
    }

    private Completion inLiteral(String code, int quote, int cursor) {
        String begun = code.substring(quote + 1, cursor);
        Matcher call = CALL.matcher(code.substring(0, quote));
        List<String> known = call.find() ? texts.apply(call.group(1)) : List.of();
        if (known.isEmpty()) {
            int start = cursor - begun.length() + begun.lastIndexOf('/') + 1;
            return new Completion(PathWords.of(begun), start, "", Optional.of("path"));
        }
        List<String> fitting =
                known.stream().filter(text -> text.startsWith(begun)).toList();
        return new Completion(fitting, quote + 1, "", Optional.of("text"));
    }

    /** Names that earlier snippets of the same cell declare: JShell does not know them before the cell has run. */
    private static Completion declared(
            SourceCodeAnalysis analysis, List<Snippets.Piece> pieces, String code, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        String prefix = code.substring(start, cursor);
        boolean member = start > 0 && code.charAt(start - 1) == '.';
        Stream<String> names = prefix.isEmpty() || member
                ? Stream.empty()
                : pieces.stream().flatMap(piece -> Snippets.names(analysis, piece).stream());
        return new Completion(
                names.filter(name -> name.startsWith(prefix)).distinct().toList(), start, "", Optional.empty());
    }

    /** {@return the {@code inspect_reply} for the name at the cursor} */
    JsonObject inspect(JsonObject request) {
        String code = Json.text(request, "code", "");
        List<Entry> found = entries(code, cursor(request, code));
        Map<String, String> data = found.isEmpty()
                ? Map.of()
                : Map.of(
                        "text/plain",
                        text(found).lines().map(CodeHelp::wrapped).collect(Collectors.joining("\n")),
                        "text/html",
                        join(found.stream().map(Entry::html), "<hr/>"));
        return Json.object("status", "ok", "found", !found.isEmpty(), "data", data, "metadata", Map.of());
    }

    private static String wrapped(String line) {
        return line.replaceAll(LINE, "$1\n").stripTrailing();
    }

    /** {@return signatures and Javadoc of the name at the offset} */
    Optional<String> explain(String code, int offset) {
        List<Entry> found = entries(code, offset);
        return found.isEmpty() ? Optional.empty() : Optional.of(text(found));
    }

    private static String text(List<Entry> entries) {
        return join(entries.stream().map(Entry::text), "\n\n");
    }

    private static String join(Stream<String> texts, String separator) {
        return texts.distinct().collect(Collectors.joining(separator));
    }

    private List<Entry> entries(String code, int offset) {
        int end = endOfName(code, offset);
        return evaluator.analyse(analysis -> documentation(analysis, code.substring(0, end))).stream()
                .map(CodeHelp::entry)
                .toList();
    }

    private static Entry entry(Documentation found) {
        Signature signature = Signature.of(found.signature());
        return new Entry(
                signature,
                Optional.ofNullable(found.javadoc())
                        .or(() -> Index.JAVADOC.of(signature))
                        .orElse(""));
    }

    /** The last snippet alone, else behind the others as in a block. */
    private static List<Documentation> documentation(SourceCodeAnalysis analysis, String code) {
        List<Snippets.Piece> pieces = new Snippets(analysis, code).all();
        int start = pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).offset();
        List<Documentation> alone = named(analysis, code.substring(start));
        return alone.isEmpty() && pieces.size() > 1 ? named(analysis, "{" + code) : alone;
    }

    /** JShell knows a method only behind its opening bracket. */
    private static List<Documentation> named(SourceCodeAnalysis analysis, String code) {
        List<Documentation> name = analysis.documentation(code, code.length(), true);
        return name.isEmpty() ? analysis.documentation(code + "(", code.length() + 1, true) : name;
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
