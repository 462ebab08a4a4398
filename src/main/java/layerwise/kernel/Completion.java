package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * The words that may stand at a cursor, those of the wanted type first.
 *
 * @param words what replaces the text from {@code start} to the cursor
 * @param start where they begin
 * @param context the code before {@code start}, in which JShell can look the words up; empty where it cannot
 * @param literal what the words are where they stand in a string literal: {@code path} or {@code text}
 */
record Completion(List<String> words, int start, String context, Optional<String> literal) {

    /** Signatures are looked up for this long; what is left is told by its form. */
    private static final long NANOSECONDS = 120_000_000;

    private static final int SIGNATURES = 3;

    Completion {
        words = List.copyOf(words);
    }

    /** {@return what JShell suggests in {@code before + code}, at a cursor in the code} */
    static Completion of(SourceCodeAnalysis analysis, String before, String code, int cursor) {
        int[] anchor = {0};
        List<String> words = analysis.completionSuggestions(before + code, before.length() + cursor, anchor).stream()
                .sorted(Comparator.comparing((Suggestion suggestion) -> !suggestion.matchesType()))
                .map(Suggestion::continuation)
                .filter(word -> !word.contains("$JShell$"))
                .distinct()
                .toList();
        String context = words.isEmpty() ? "" : before + code.substring(0, anchor[0] - before.length());
        return new Completion(words, words.isEmpty() ? cursor : anchor[0] - before.length(), context, Optional.empty());
    }

    /** {@return the same words in a longer text, of which {@code offset} characters stand before} */
    Completion shifted(int offset) {
        return new Completion(words, start + offset, context, literal);
    }

    /** {@return an entry of {@code _jupyter_types_experimental} for each word} */
    List<JsonObject> types(SourceCodeAnalysis analysis, int first, int last) {
        long end = System.nanoTime() + NANOSECONDS;
        List<JsonObject> types = new ArrayList<>();
        for (String word : words) {
            List<Signature> found =
                    literal.isPresent() || System.nanoTime() >= end ? List.of() : signatures(analysis, word);
            String signature = found.stream()
                    .limit(SIGNATURES)
                    .map(Completion::shown)
                    .distinct()
                    .collect(Collectors.joining(" or "));
            types.add(Json.object(
                    "start",
                    first,
                    "end",
                    last,
                    "text",
                    word,
                    "type",
                    literal.orElseGet(() -> type(word, found)),
                    "signature",
                    signature));
        }
        return types;
    }

    private List<Signature> signatures(SourceCodeAnalysis analysis, String word) {
        String code = context + word.replaceFirst("[).]$", "");
        List<Documentation> found = analysis.documentation(code, code.length(), false);
        return found.stream().map(each -> Signature.of(each.signature())).toList();
    }

    /** {@code (int a, int b) → int} for a method, {@code int} for a variable, nothing for a class. */
    private static String shown(Signature signature) {
        return signature.kind().equals("method") ? signature.parameters() + " → " + signature.type() : signature.type();
    }

    private static String type(String word, List<Signature> found) {
        if (word.contains("(")) {
            return "function";
        }
        if (word.endsWith(".")) {
            return "module";
        }
        boolean type = found.isEmpty()
                ? Character.isUpperCase(word.charAt(0))
                : found.get(0).kind().equals("class");
        return type ? "class" : "instance";
    }
}
