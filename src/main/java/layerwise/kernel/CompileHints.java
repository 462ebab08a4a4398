package layerwise.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import jdk.jshell.Diag;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What would cure a compile error: the nearest name, the import, the sign or the conversion that is missing. */
final class CompileHints {
    private static final int IMPORTS = 3;
    private static final Pattern IMPORT = Pattern.compile("^import\\s+(?:static\\s+)?([\\w.]+\\.(\\w+))\\s*;");
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*[a-z]\\w*|[A-Z]");
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Pattern CONVERSION =
            Pattern.compile("types: (?:java\\.lang\\.)?(\\S+) cannot be .* to (?:java\\.lang\\.)?(\\S+)");
    private static final Pattern LOSS = Pattern.compile("lossy conversion from (\\w+) to (\\w+)");

    /** Cures by the types that were found and wanted. */
    private static final Map<String, String> CONVERSIONS = Map.ofEntries(
            Map.entry("String>int", "Integer.parseInt(…) reads an int from text"),
            Map.entry("String>Integer", "Integer.parseInt(…) reads an int from text"),
            Map.entry("String>double", "Double.parseDouble(…) reads a double from text"),
            Map.entry("String>char", "a char stands in single quotes, 'a'"),
            Map.entry("int>String", "String.valueOf(…) makes text of a number"),
            Map.entry("double>String", "String.valueOf(…) makes text of a number"),
            Map.entry("char>String", "a text stands in double quotes; String.valueOf(…) makes one of a char"),
            Map.entry("int>boolean", "compare it: == 0, > 0, …"),
            Map.entry("double>float", "a float ends in f, 1.5f"),
            Map.entry("double>int", "cut the fraction off with (int), or round with Math.round"),
            Map.entry("double>long", "cut the fraction off with (long), or round with Math.round"),
            Map.entry("long>int", "(int) cuts it to 32 bits; Math.toIntExact refuses what does not fit"));

    /** Cures by the compiler's code of the error. */
    private static final Map<String, String> CURES = Map.of(
            "compiler.err.unclosed.str.lit", "text ends on its line; close it with \", or begin it with \"\"\"",
            "compiler.err.unclosed.char.lit", "a char is one letter; text stands in double quotes",
            "compiler.err.int.number.too.large", "a long ends in L, 12345678901L; what is larger needs BigInteger",
            "compiler.err.missing.ret.stmt", "every way through the method ends in return and a value, or in throw",
            "compiler.err.type.found.req", "int, double and char are no classes; write Integer, Double, Character",
            "compiler.err.invalid.canonical.constructor.in.record",
                    "records of a cell are public, so their constructor is too; write public before it",
            "compiler.err.unreported.exception.need.to.catch.or.throw",
                    "catch it with try, or declare it behind the method's brackets: throws …",
            "compiler.err.var.might.not.have.been.initialized", "give it a value where it is declared");

    private final SourceCodeAnalysis analysis;
    private final Absent absent;
    private final Explanations explanations;

    CompileHints(SourceCodeAnalysis analysis, Absent absent, Explanations explanations) {
        this.analysis = analysis;
        this.absent = absent;
        this.explanations = explanations;
    }

    /**
     * {@return what to do about the error}
     *
     * @param source the snippet, in which the error has its position
     * @param below the names that the same cell defines further down
     */
    Optional<String> of(Diag error, String source, Map<String, Places.Place> below) {
        int at = (int) Math.max(0, Math.min(source.length(), error.getPosition()));
        return explanations.cure(error.getMessage(Locale.ENGLISH), source).or(() -> own(error, source, at, below));
    }

    private Optional<String> own(Diag error, String source, int at, Map<String, Places.Place> below) {
        Optional<Unknown> unknown = Unknown.of(error);
        if (unknown.isPresent()) {
            boolean member = source.startsWith(".", at) || unknown.get().kind().equals("package");
            return (member ? Optional.<String>empty() : elsewhere(unknown.get(), below))
                    .or(() -> Slips.of(error, source, at))
                    .or(() -> Optional.of(
                            member ? member(unknown.get(), source, at) : undefined(unknown.get(), source, at)));
        }
        return Slips.of(error, source, at).or(() -> tooMany(source)).or(() -> cure(error, source, at));
    }

    private static Optional<String> tooMany(String source) {
        return Brackets.lone(source)
                .filter(Brackets.Sign::closes)
                .map(sign -> "there is one " + sign.text() + " too many");
    }

    private Optional<String> cure(Diag error, String source, int at) {
        return switch (error.getCode()) {
            case "compiler.err.expected" -> missing(error);
            case "compiler.err.dot.class.expected" -> keyword(source, at);
            case "compiler.err.prob.found.req" -> conversion(error);
            case "compiler.err.cant.apply.symbol", "compiler.err.cant.apply.symbols" -> signatures(error, source, at);
            default ->
                error.getCode().startsWith("compiler.err.preview.feature.disabled")
                        ? Optional.of(
                                "this kernel runs Java " + Runtime.version().feature() + "; a later one knows it")
                        : Optional.ofNullable(CURES.get(error.getCode()));
        };
    }

    /** {@return what to do about a name that a class, a method or a variable of this source waits for} */
    Optional<String> of(Unknown unknown, String source) {
        return Slips.of(unknown, source)
                .or(() -> absent.of(unknown.name()))
                .or(() -> toImport(unknown))
                .or(() -> nearest(unknown, words("", 0), false));
    }

    /** A variable takes no class for its nearest name: the cure of {@code diagram(lenet5)} is no import of LeNet5. */
    private String undefined(Unknown unknown, String source, int at) {
        List<String> words = words("", 0);
        String name = unknown.name();
        boolean value = unknown.kind().equals("variable") && !source.startsWith(".", at + name.length());
        boolean isClass = words.contains(name) && !unknown.kind().equals("class");
        Optional<String> instead = unknown.kind().equals("variable") ? explanations.insteadOf(name) : Optional.empty();
        if (isClass && unknown.kind().equals("method")) {
            return "write new " + name + "(…)";
        }
        if (isClass) {
            return name + " is a class and no value; "
                    + instead.map(each -> "write " + each).orElse("press Tab behind " + name + ". for what it has");
        }
        return instead.map(each -> "run the cell that defines " + name + ", or write " + each)
                .or(() -> toImport(unknown))
                .or(() -> nearest(
                        unknown,
                        value ? words.stream().filter(word -> !isType(word)).toList() : words,
                        false))
                .orElse("nothing of this name is defined; run the cell that defines it first");
    }

    private static boolean isType(String word) {
        return TYPE.matcher(word).matches();
    }

    private String member(Unknown unknown, String source, int at) {
        if (unknown.kind().equals("package")) {
            return inPackage(unknown, source).orElse("no package or class of this name is on the class path");
        }
        List<String> members = words(source.substring(0, at + 1), at + 1);
        return nearest(unknown, members, true)
                .orElse("it has nothing of this name; press Tab behind the dot for all it has");
    }

    private Optional<String> inPackage(Unknown unknown, String source) {
        Matcher imported = IMPORT.matcher(source);
        if (imported.find()) {
            return Nearest.to(imported.group(1), qualified(imported.group(2)))
                    .map(name -> "did you mean " + name + "?");
        }
        String first = unknown.name().replaceFirst("\\..*", "");
        return of(new Unknown("class", first), "").or(() -> of(new Unknown("variable", first), ""));
    }

    private Optional<String> elsewhere(Unknown unknown, Map<String, Places.Place> below) {
        return Optional.ofNullable(below.get(unknown.name()))
                .map(place -> unknown.name() + " is defined further down, in line " + place.line() + "; move that up")
                .or(() -> absent.of(unknown.name()));
    }

    private Optional<String> toImport(Unknown unknown) {
        String name = unknown.name();
        if (unknown.kind().equals("method") || !Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        List<String> found = qualified(name).stream()
                .limit(IMPORTS)
                .map(each -> "import " + each + ";")
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of("write " + Nearest.list(found, "or"));
    }

    /** The classes of this simple name; Java's own hide those of libraries, which are seldom meant. */
    private List<String> qualified(String name) {
        List<String> all = ClassNames.of(analysis, name).stream()
                .filter(CompileHints::usual)
                .toList();
        List<String> java =
                all.stream().filter(each -> each.startsWith("java.")).toList();
        return java.isEmpty() ? all : java;
    }

    private static boolean usual(String name) {
        return !name.matches("(com\\.)?sun\\..*|jdk\\..*|.*\\.(internal|impl)\\..*");
    }

    /** The nearest of the same kind; a member of another kind may be meant too, {@code length} for {@code length()}. */
    private static Optional<String> nearest(Unknown unknown, List<String> words, boolean member) {
        List<String> same = words.stream().filter(unknown::sameKind).toList();
        return Nearest.to(unknown.name(), same)
                .or(() ->
                        member || unknown.kind().equals("class") ? Nearest.to(unknown.name(), words) : Optional.empty())
                .map(word -> word.equals(unknown.name())
                        ? "write " + word + " without brackets"
                        : "did you mean " + (word.endsWith("(") ? word + "…)" : word) + "?");
    }

    private List<String> words(String code, int cursor) {
        return analysis.completionSuggestions(code, cursor, new int[1]).stream()
                .map(Suggestion::continuation)
                .filter(word -> !word.contains("$JShell$"))
                .distinct()
                .toList();
    }

    /** A word of Java where a name should stand. */
    private static Optional<String> keyword(String source, int at) {
        Matcher word = WORD.matcher(source).region(at, source.length());
        return word.lookingAt() && SourceVersion.isKeyword(word.group())
                ? Optional.of(word.group() + " is a word of Java and can be no name")
                : Optional.of("a name is missing here");
    }

    private static Optional<String> missing(Diag error) {
        Matcher sign = Pattern.compile("^'(.)' expected").matcher(error.getMessage(Locale.ENGLISH));
        return sign.find() ? Optional.of("put " + sign.group(1) + " where the caret stands") : Optional.empty();
    }

    private static Optional<String> conversion(Diag error) {
        String message = error.getMessage(Locale.ENGLISH);
        return types(CONVERSION.matcher(message))
                .or(() -> types(LOSS.matcher(message)))
                .map(CONVERSIONS::get);
    }

    private static Optional<String> types(Matcher types) {
        return types.find() ? Optional.of(types.group(1) + ">" + types.group(2)) : Optional.empty();
    }

    /** The signatures that the called name has, as it was called with others. */
    private Optional<String> signatures(Diag error, String source, int at) {
        String call = call(source, at);
        List<Signature> known = analysis.documentation(call, call.length(), false).stream()
                .map(each -> Signature.of(each.signature()))
                .toList();
        return Candidates.of(error, known);
    }

    private static String call(String source, int at) {
        int bracket = source.indexOf('(', at);
        return bracket < 0 ? source : source.substring(0, bracket + 1);
    }
}
