package layerwise.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jdk.jshell.Diag;

/** The methods that a wrong call may have meant, the nearest first, each with the argument that does not fit it. */
final class Candidates {
    private static final int SHOWN = 3;
    private static final int LENGTH_WEIGHS = 100;
    private static final Pattern FOUND =
            Pattern.compile("(?: found for \\S+?\\(|found: +)(.*?)\\)?$", Pattern.MULTILINE);
    private static final Pattern MANY =
            Pattern.compile("(?:method|constructor) [^\\n]*?\\(([^\\n]*)\\) is not applicable\\s+\\((.*)");
    private static final Pattern ONE = Pattern.compile("required: +(.*)\\s+found: .*\\s+reason: (.*)");
    private static final Pattern PAIR =
            Pattern.compile("; (?:possible lossy conversion from )?(.+?)" + " (?:cannot be converted to|to) ([^)]+)");

    /**
     * One method of the called name.
     *
     * @param call how it is called, with the names of its parameters
     * @param types of the parameters, without packages
     * @param reason why the compiler does not take it
     */
    private record Candidate(String call, List<String> types, String reason) {}

    private final List<String> came;

    private Candidates(List<String> came) {
        this.came = came;
    }

    /** {@return the nearest three; {@code known} are the signatures with the names of their parameters} */
    static Optional<String> of(Diag error, List<Signature> known) {
        String message = error.getMessage(Locale.ENGLISH);
        Matcher found = FOUND.matcher(message);
        return found.find() ? new Candidates(types(found.group(1))).nearest(message, known) : Optional.empty();
    }

    private Optional<String> nearest(String message, List<Signature> known) {
        List<Candidate> all = new ArrayList<>();
        for (Pattern form : List.of(MANY, ONE)) {
            form.matcher(message)
                    .results()
                    .flatMap(each -> candidate(types(each.group(1)), each.group(2), known).stream())
                    .forEach(all::add);
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (came.isEmpty()) {
            return Optional.of(nothingCame(all));
        }
        List<String> lines = all.stream()
                .sorted(Comparator.comparingInt(this::distance))
                .limit(SHOWN)
                .map(each -> each.call() + ", but " + difference(each))
                .toList();
        String rest = all.size() > SHOWN ? "\n    … and " + (all.size() - SHOWN) + " more" : "";
        return Optional.of(
                lines.size() == 1
                        ? "it is called as " + lines.get(0)
                        : "it is called as one of\n    " + String.join("\n    ", lines) + rest);
    }

    /** A call without arguments is told all of them at once, the shortest first. */
    private String nothingCame(List<Candidate> all) {
        List<Candidate> shortest =
                all.stream().sorted(Comparator.comparingInt(this::distance)).toList();
        int least = shortest.get(0).types().size();
        String name = shortest.get(0).call().replaceFirst("\\(.*", "");
        String rest = all.size() > SHOWN ? ", … and " + (all.size() - SHOWN) + " more" : "";
        return name + " needs " + (least == 1 ? "an argument" : least + " arguments") + ": "
                + Nearest.list(
                        shortest.stream().limit(SHOWN).map(Candidate::call).toList(), "or")
                + rest;
    }

    /** The compiler knows the types, JShell the names of the parameters too. */
    private static Optional<Candidate> candidate(List<String> types, String reason, List<Signature> known) {
        return known.stream()
                .filter(each -> each.simpleTypes()
                        .equals(types.stream().map(Candidates::erased).toList()))
                .findFirst()
                .map(each -> new Candidate(each.shortCall(), types, reason));
    }

    private static String erased(String type) {
        return Signature.withoutGenerics(type);
    }

    private int distance(Candidate candidate) {
        int lengths = Math.abs(candidate.types().size() - came.size());
        return LENGTH_WEIGHS * lengths - wrong(candidate).orElse(0);
    }

    private Optional<Integer> wrong(Candidate candidate) {
        Matcher pair = PAIR.matcher(simple(candidate.reason()));
        return pair.find()
                ? IntStream.range(0, Math.min(came.size(), candidate.types().size()))
                        .filter(i -> came.get(i).equals(pair.group(1))
                                && candidate.types().get(i).equals(pair.group(2)))
                        .boxed()
                        .findFirst()
                : Optional.empty();
    }

    private String difference(Candidate candidate) {
        int wanted = candidate.types().size();
        Optional<Integer> wrong = wrong(candidate);
        if (wrong.isPresent()) {
            int index = wrong.get();
            return "argument " + (index + 1) + " is " + came.get(index);
        }
        return wanted == came.size()
                ? simple(candidate.reason())
                        .replaceFirst("^\\(?argument mismatch; ", "")
                        .replaceFirst("\\)$", "")
                : count(came.size());
    }

    private static String count(int arguments) {
        return switch (arguments) {
            case 0 -> "no argument came";
            case 1 -> "1 argument came";
            default -> arguments + " arguments came";
        };
    }

    private static String simple(String text) {
        return Names.simple(text);
    }

    /** The types of {@code a.b.Shape,java.util.Map<K,V>}, without packages; a comma in angle brackets parts nothing. */
    private static List<String> types(String list) {
        List<String> types = new ArrayList<>();
        if (list.startsWith("no arguments")) {
            return types;
        }
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            char sign = i < list.length() ? list.charAt(i) : ',';
            depth += sign == '<' ? 1 : sign == '>' ? -1 : 0;
            if (sign == ',' && (depth == 0 || i == list.length())) {
                types.add(simple(list.substring(start, i).strip()));
                start = i + 1;
            }
        }
        return types;
    }
}
