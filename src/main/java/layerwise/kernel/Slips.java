package layerwise.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/**
 * What beginners write, and what those write who come from Python, JavaScript or C: a table of the compiler's error, its
 * message and the line, to the sentence that cures it.
 *
 * <p>In the line {@code ▸} stands where the compiler points; what is in quotes or a comment is left blank, so that no
 * rule is taken in by text. The first rule that fits wins. {@code $1} is the first group of the message and the line.
 */
final class Slips {
    private static final String MARK = "▸";
    private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])'|//.*");
    private static final String COLLECTION = "(?:Array|Linked)?(?:List|Set|Collection|Deque|Queue|HashSet|TreeSet)<.*";
    private static final String ATOM = "(?:byte|short|int|long|float|double|char|boolean)";

    private record Rule(String code, Pattern pattern, String hint) {
        Optional<String> of(String error, String messageAndLine) {
            Matcher found = pattern.matcher(messageAndLine);
            return error.matches(code) && found.find() ? Optional.of(filled(found)) : Optional.empty();
        }

        private String filled(Matcher found) {
            String text = hint;
            for (int i = 1; i <= found.groupCount(); i++) {
                text = text.replace("$" + i, String.valueOf(found.group(i)));
            }
            return text;
        }
    }

    // spotless:off
    private static final List<Rule> RULES = List.of(
            // a word that is another language's, or Java's in other letters
            rule("cant.resolve.*", "method (?:[pP]rint|[pP]rint[lL]?n|prin(?:ln|tl|tln)|pritn(?:ln)?|puts|echo|alert)\\(", "▸\\w", "text is printed by System.out.println(…)"),
            rule("cant.resolve.*", "class print(?:ln)?\\b",            "▸\\w+\\s+\\w",        "text is printed by System.out.println(…)"),
            rule("cant.resolve.*", "method printf\\(",                    "▸\\w",                     "text is printed by System.out.printf(…), or by System.out.println(…)"),
            rule("cant.resolve.*", "variable (?:console|cout|Console)\\b", "▸(?:console\\.log|cout\\s*<<|Console\\.Write)", "text is printed by System.out.println(…)"),
            rule("cant.resolve.*", "method print?l?i?n{0,2}e?\\(.*PrintStream", "",                  "did you mean println(…)?"),
            rule("cant.resolve.*", "method (?:[wW]rite|print)[lL](?:n|ine)\\(.*PrintStream", "",     "did you mean println(…)?"),
            rule("cant.resolve.*", "variable (?:True|TRUE)\\b",           "▸\\w+\\b(?!\\s*\\.)",                         "write true, in small letters"),
            rule("cant.resolve.*", "variable (?:False|FALSE)\\b",         "▸\\w+\\b(?!\\s*\\.)",                         "write false, in small letters"),
            rule("cant.resolve.*", "variable (?:None|Null|NULL|nil|undefined|nullptr)\\b", "▸\\w+\\b(?!\\s*\\.)",        "write null, in small letters"),
            rule("cant.resolve.*", "class (?:let|auto|val)\\b",           "▸\\w+\\s+(\\w+)",          "a variable begins with var, or with its type: var $1 = …"),
            rule("cant.resolve.*", "class (?:bool|Bool)\\b",              "",                         "did you mean boolean?"),
            rule("cant.resolve.*", "(?:class|method) r[etrun]{4,6}\\b",   "▸\\w",                     "did you mean return?"),
            rule("cant.resolve.*", "method len\\(",                       "▸\\w",                     "a text has length(), an array length, a list size()"),
            rule("cant.resolve.*", "method str\\(",                       "▸\\w",                     "String.valueOf(…) makes text of a value"),
            rule("cant.resolve.*", "method range\\(",                     "▸\\w",                     "for (int i = 0; i < n; i++) counts; IntStream.range(0, n) is the same as a stream"),
            rule("cant.resolve.*", "method (?:input|raw_input|readline|prompt)\\(", "▸\\w",           "a line is read by ask(\"…\")"),
            rule("cant.resolve.*", "method (abs|max|min|pow|sqrt|cbrt|sin|cos|tan|round|floor|ceil|random|exp|log|log10|hypot)\\(", "▸\\w", "write Math.$1(…)"),
            rule("cant.resolve.*", "variable (PI)\\b",                    "▸\\w",                     "write Math.$1"),
            rule("cant.resolve.*", "variable (\\$\\d+) ",               "▸",                        "a result gets no name by itself; give it one: var x = …"),

            // a member that another type has
            rule("cant.resolve.*", "(?:method size\\(|variable size\\b|variable len\\b|method len\\().*(?:type|class) String\\b", "", "a text has length()"),
            rule("cant.resolve.*", "(?:method (?:size|count|len)\\(|variable (?:size|len)\\b).*(?:type|class) [\\w.<>]+\\[", "", "an array has length, without brackets"),
            rule("cant.resolve.*", "(?:method|variable) (?:length|len|count)\\b.*(?:type|interface|class) " + COLLECTION, "", "a collection has size()"),
            rule("cant.resolve.*", "variable size\\b.*(?:type|interface|class) " + COLLECTION, "",    "a collection has size(), with brackets"),
            rule("cant.resolve.*", "(?:method|variable) (?:length|len|count)\\b.*(?:type|interface|class) \\w*Map<", "", "a map has size()"),
            rule("cant.resolve.*", "method (?:append|push|insert|push_back)\\(.*(?:type|interface|class) " + COLLECTION, "", "elements are added by add(…)"),
            rule("cant.resolve.*", "method (?:append|push|add|insert|remove)\\(.*(?:type|class) [\\w.<>]+\\[", "", "an array keeps its length; new ArrayList<>() is a list that grows"),
            rule("cant.resolve.*", "method (?:set|put|add)\\(.*(?:type|interface) Map<", "",          "an entry is put by put(key, value)"),
            rule("cant.deref",     "^(\\w+) cannot be dereferenced",       "▸\\s*\\.\\s*equals\\(",    "$1 is no object; compare it by =="),
            rule("cant.deref",     "^(\\w+) cannot be dereferenced",       "▸\\s*\\.\\s*(?:toString|length|charAt)\\b", "$1 is no object and has no methods; String.valueOf(…) makes text of it"),
            rule("cant.deref",     "^(\\w+) cannot be dereferenced",       "",                         "$1 is no object and has no methods or fields"),
            rule("expected",       "';' expected",                        "(?<![\\w.])\\d+\\.▸[a-zA-Z]\\w*\\(", "a number is no object and has no methods"),
            rule("array.req.*",    "but String found",                    "",                         "a letter of a text is got by charAt(…)"),
            rule("array.req.*",    "but \\w*Map<",                        "▸[^=]*\\]\\s*=(?!=)",      "an entry of a map is put by put(…, …)"),
            rule("array.req.*",    "but \\w*Map<",                        "",                         "a value of a map is got by get(…)"),
            rule("array.req.*",    "but \\w*List<",                       "▸[^=]*\\]\\s*=(?!=)",      "an element of a list is set by set(…, …)"),
            rule("array.req.*",    "but \\w*List<",                       "",                         "an element of a list is got by get(…)"),
            rule("prob.found.req", "String cannot be converted to int",   "\\w\\[▸\"",             "in [ ] stands a place in an array; a value of a map is got by get(…)"),

            // a sign that Java has not
            rule("illegal.char",   "'#'",                                 "▸#include",                "import takes the place of #include"),
            rule("illegal.char",   "'#'",                                 "",                         "a comment begins with //"),
            rule("illegal.char",   "u201[cdef]'",                         "",                         "a text stands in straight quotes, \"…\""),
            rule("illegal.char",   "u201[89ab]'",                         "",                         "a char stands in straight quotes, 'a'; a text in \"…\""),
            rule("illegal.char",   "'`'",                                 "",                         "a text stands in double quotes, \"…\""),
            rule("illegal.char",   "u(?:ff[0-5]|300[12])",                "▸(.)",                     "$1 is a sign of full width; write the plain one of the keyboard"),
            rule("illegal.char",   "u00d7'",                              "",                         "times is *"),
            rule("illegal.char",   "u00f7'",                              "",                         "divided by is /"),
            rule("illegal.char",   "u(?:2212|2013|2014|2010|2011)'",      "▸(.)",                     "$1 is a dash; minus is the - of the keyboard"),
            rule("illegal.char",   "u2264'",                              "",                         "at most is <="),
            rule("illegal.char",   "u2265'",                              "",                         "at least is >="),
            rule("illegal.char",   "u2260'",                              "",                         "not equal is !="),
            rule("illegal.char",   "u(?:00a0|200b|3000|feff|202f|2009)'", "",                         "an invisible sign stands here, pasted from a page for one; delete it"),
            rule("illegal.start.of.expr", "",                             "^\\s*(?:▸%|%▸)%(\\w+)",  "%%$1 stands in the first line of its cell"),
            rule("illegal.start.of.expr", "",                             "=▸>",                      "a lambda is written with ->; at least is >="),
            rule("illegal.start.of.expr", "",                             "==▸=",                     "one == is enough"),
            rule("illegal.start.of.expr", "",                             "!=▸=",                     "one = behind ! is enough, !="),
            rule("illegal.start.of.expr", "",                             "\\*▸\\*",                  "a power is Math.pow(…, …)"),
            rule("illegal.start.of.expr", "",                             "▸:=|:▸=",                  "a variable is declared by var and =, var n = 3"),
            rule("illegal.start.of.type", "",                             "\\w\\s*<▸>\\s*\\w+\\s*(?:[;)&|]|$)", "not equal is !="),
            rule("illegal.start.of.expr", "",                             "(?:^|[=(,]|\\breturn|\\bin|:)\\s*▸\\[", "a list is List.of(1, 2, 3), an array new int[] {1, 2, 3}"),
            rule("illegal.start.of.expr", "",                             "▸const\\s+\\w",            "what keeps its value is declared final, final int n = 3"),
            rule("expected",       "",                                    "\\bf▸\"",                  "values are put into a text by +, or by String.format(…)"),
            rule("expected",       "identifier",                          "=\\s*\\d+,▸\\d+\\s*;",     "a number has a point and no commas, 1.5"),
            rule("illegal.text.block.open", "",                           "",                         "the text begins on the line below \"\"\""),

            // a loop, a branch or a method as another language writes it
            rule("expected",       "",                                    "\\bfor\\s*\\(\\s*(?:final\\s+)?[\\w<>\\[\\].]+\\s+(\\w+)▸\\s+(?:in|of)\\s", "a loop over elements has a colon, for (var $1 : …)"),
            rule("expected",       "",                                    "\\bfor\\s*\\(\\s*(\\w+)\\s+(?:in|of)▸\\s", "a loop over elements has a type and a colon, for (var $1 : …)"),
            rule("expected",       "",                                    "\\bfor▸\\s+(\\w+)\\s+in\\s+range\\b", "a loop that counts is for (int $1 = 0; $1 < n; $1++) { … }"),
            rule("expected",       "",                                    "\\bfor▸\\s+(\\w+)\\s+in\\b", "a loop over elements is for (var $1 : …) { … }"),
            rule("bad.initializer", "",                                   "\\bfor\\s*\\(\\s*▸(\\w+)\\s*:", "the variable has a type, for (var $1 : …)"),
            rule("expected|dot.class.expected", "",                       "\\bfor[eE]ach\\s*\\([^)]*▸", "a loop over elements is for (var x : …)"),
            rule("expected",       "';' expected",                        "\\bfor\\s*\\([^;:]*=[^;:]*,\\s*\\w+▸\\s*[<>!]", "the three parts of for stand between semicolons, for (int i = 0; i < n; i++)"),
            rule("expected",       "';' expected",                        "\\bfor\\s*\\([^;]*;[^;]*▸\\s*,", "the three parts of for stand between semicolons, for (int i = 0; i < n; i++)"),
            rule("expected|illegal.start.of.expr", "",                    "\\b(?:elif|elsif|elseif)\\b.*▸", "write else if (…)"),
            rule("expected",       "'\\(' expected",                      "\\b(if|while|switch)▸\\s+[^(].*:\\s*$", "a condition stands in brackets, and what depends on it in braces: $1 (…) { … }"),
            rule("expected",       "'\\(' expected",                      "\\b(if|while|switch)▸\\s+[^(\\s]", "what is asked stands in brackets, $1 (…)"),
            rule("illegal.start.of.expr", "",                             "^\\s*(?:if|while|for|else)\\b.*▸:\\s*$", "what depends on it stands in braces, { … }, and not behind a colon"),
            rule("expected",       "'\\{' expected",                      "^\\s*(?:try|class\\s+\\w+)▸\\s*(?:\\(.*\\))?:", "what belongs to it stands in braces, { … }"),
            rule("expected.*",     "",                                    "^\\s*(?:def|function|func|fun)\\s+\\w+\\s*▸?\\(", "a method begins with the type of its result, int f(int n) { … }"),
            rule("dot.class.expected", "",                                "^\\s*(?:(?:public|private|static)\\s+)*(\\w+)\\s*\\((?:[^()]*,)?\\s*" + ATOM + "\\s+▸\\w+.*\\)\\s*\\{", "a method begins with the type of its result, or with void: void $1(…)"),
            rule("expected2?",     "",                                    "^\\s*(?!if|while|for|switch|catch|try|synchronized)(\\w+)\\s*\\(\\s*[A-Z][\\w<>]*▸\\s+\\w+.*\\)\\s*\\{", "a method begins with the type of its result, or with void: void $1(…)"),
            rule("dot.class.expected", "",                                "(?:^|[=(,+])\\s*int▸\\(",  "Integer.parseInt(…) reads an int from text, (int) cuts a fraction off"),
            rule("dot.class.expected", "",                                "(?:^|[=(,+])\\s*(?:double|float)▸\\(", "Double.parseDouble(…) reads a double from text, (double) makes one of an int"),
            rule("expected",       "",                                    "\\blambda▸\\s+(\\w+)\\s*:", "a lambda is written with ->, $1 -> …"),
            rule("expected",       "",                                    "[\\w)\\]\"]▸\\s+(?:and|or)\\s+[\\w(!\"]", "&& stands for and, || for or"),
            rule("expected",       "",                                    "(?:^|[(&|=])\\s*not▸\\s+[\\w(]", "! stands for not"),
            rule("expected",       "",                                    "\\bprint(?:ln|f)?▸\\s+[\\w\"]", "text is printed by System.out.println(…)"),
            rule("variable.not.allowed", "",                              "\\)\\s*then\\s+▸",         "there is no then; what depends on it stands in braces, { … }"),
            rule("variable.not.allowed", "",                              "",                         "a variable is declared in braces, { … }"),
            rule("expected",       "",                                    "^\\s*from\\s+(\\w+)▸([\\w.]*)\\s+import\\s+(\\w+)", "write import $1$2.$3;"),
            rule("expected",       "",                                    "^\\s*import\\s+(?:\\w+)▸\\s*(?:as\\b|;|$)", "import names a class with its package, import java.util.List;"),
            rule("try.without.*",  "",                                    "",                         "behind try { … } stands catch (Exception e) { … }, or finally { … }"),
            rule("not.stmt",       "",                                    "▸r[etrun]{4,6}\\b\\s*(?!=)", "did you mean return?"),
            rule("not.stmt",       "",                                    "▸[-+*/%&|]",             "a value by itself is no statement; give it to a variable, or return it"),

            // a declaration
            rule("expected",       "';' expected",                        "^\\s*(?:final\\s+)?[\\w.]+(?:<[^>]*>)?(?:\\[\\])*\\s+(\\w+)▸\\s*==", "a value is given by one =: $1 = …"),
            rule("expected",       "",                                    "\\bunsigned▸\\s",          "numbers have a sign here; write int, or long for larger ones"),
            rule("expected",       "';' expected",                        "^\\s*(?:" + ATOM + "|String|var)\\s+(\\w+)▸-(\\w+)\\s*=", "a name has no -; write $1_$2"),
            rule("expected",       "';' expected",                        "^\\s*(?:" + ATOM + "|String|var)\\s+(\\w+)▸\\s+(\\w+)\\s*=", "a name has no space; write $1_$2"),
            rule("dot.class.expected", "",                                "^\\s*" + ATOM + "\\s+▸\\d", "a name begins with a letter"),
            rule("cant.infer.*",   "array initializer",                   "▸(\\w+)",                  "an array is declared by its type, int[] $1 = {…}; or write List.of(…)"),
            rule("cant.infer.*",   "without initializer",                 "▸(\\w+)",                  "give it a value, or declare it by its type: int $1;"),
            rule("cant.infer.*",   "is 'null'",                           "▸(\\w+)",                  "null has no type; write one: String $1 = null"),
            rule("cant.infer.*",   "lambda",                              "▸(\\w+)",                  "a lambda has the type that the variable is declared by: Function<Integer, Integer> $1 = …"),
            rule("array.dimension.missing", "",                           "",                         "say how many, new int[3], or which, new int[] {1, 2}"),
            rule("illegal.array.creation.*", "",                          "",                         "the elements say how many they are, new int[] {1, 2}"),
            rule("expected",       "'\\}' expected",                      "=\\s*\\{\\s*(?:\"[^\"]*\"|\\w+)▸\\s*:", "a map is Map.of(key, value, …)"),
            rule("abstract.cant.*", "\\b(List|Collection|Iterable) is abstract", "",                  "$1 is an interface; new ArrayList<>() makes a list"),
            rule("abstract.cant.*", "\\bMap is abstract",                 "",                         "Map is an interface; new HashMap<>() makes one"),
            rule("abstract.cant.*", "\\bSet is abstract",                 "",                         "Set is an interface; new HashSet<>() makes one"),
            rule("ref.ambiguous",  "java\\.(?:awt|sql)\\.(\\w+) .*java\\.util\\.\\1 ", "",             "write import java.util.$1;"),
            rule("ref.ambiguous",  "java\\.util\\.(\\w+) .*java\\.(?:awt|sql)\\.\\1 ", "",             "write import java.util.$1;"),
            rule("ref.ambiguous",  "both (?:class|interface|enum|record) (\\S+) in .* and \\w+ (\\S+) in .*match", "", "write import $1; or import $2;"),

            // a value that does not fit
            rule("prob.found.req", "(?:int|String) cannot be converted to boolean", "\\b(?:if|while)\\s*\\(\\s*[\\w.\\[\\]]+\\s*▸=(?!=)", "one = gives a value; numbers are compared by ==, texts by equals"),
            rule("prob.found.req", "incompatible bounds equality constraints: ([A-Z]\\w*) lower bounds: ([A-Z]\\w*)$", "", "it is to hold $1, and $2 came"),
            rule("prob.found.req", "(?:null|<null>) cannot be converted to (\\w+)", "",           "$1 is no object and never null"),
            rule("prob.found.req", "^incompatible types: unexpected return value", "",                "what is void returns no value; a method with a result has its type in that place"),
            rule("operator.cant.*", "operator '\\*'.*first type: String .*type: (?:int|long)$", "",   "a text is repeated by repeat(…)"),
            rule("operator.cant.*", "operator '[<>]=?'.*first type: String .*type: String$", "",      "texts are ordered by compareTo(…)"),
            rule("operator.cant.*", "operator '[<>]=?'.*first type: boolean .*type: (?:int|long|double)$", "", "two comparisons are joined by &&, 0 < n && n < 9"),
            rule("operator.cant.*", "operator '[-/%*]'.*type: String\\b", "",                         "a text is no number; Integer.parseInt(…) reads one from it"),
            rule("operator.cant.*", "operator '(&&|\\|\\|)'.*type: (?:int|long|double|String)\\b", "", "$1 joins conditions, a == 1 $1 b == 2"),
            rule("operator.cant.*", "operator '[!=]='.*type: (?:int|long|double) .*type: String$", "", "a number is never equal to a text; Integer.parseInt(…) reads one from it"),
            rule("operator.cant.*", "operator '[!=]='.*type: String .*type: (?:int|long|double)$", "", "a number is never equal to a text; Integer.parseInt(…) reads one from it"),
            rule("operator.cant.*", "bad operand type (?:int|String) for unary operator '!'", "",     "! turns a condition round; compare first, !(n == 0) or n != 0"));
    // spotless:on

    private Slips() {}

    private static Rule rule(String code, String message, String line, String hint) {
        return new Rule(
                code,
                Pattern.compile("(?m)" + (message.startsWith("^") ? "" : ".*") + message + ".*\\n.*(?:" + line + ")"),
                hint);
    }

    /** {@return what cures a beginner's slip, nothing for all other errors} */
    static Optional<String> of(Diag error, String source, int at) {
        return of(error.getCode().replace("compiler.err.", ""), message(error) + "\n" + line(source, at));
    }

    /** {@return what cures a slip by which a snippet waits for what will never be defined, {@code print x}} */
    static Optional<String> of(Unknown unknown, String source) {
        return of("cant.resolve", "symbol: " + unknown.kind() + " " + unknown.name() + "\n" + line(source, 0));
    }

    private static Optional<String> of(String code, String subject) {
        return RULES.stream().flatMap(rule -> rule.of(code, subject).stream()).findFirst();
    }

    private static String message(Diag error) {
        String message = error.getMessage(Locale.ENGLISH)
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
        return error.getCode().endsWith("ref.ambiguous") ? message : Names.simple(message);
    }

    private static String line(String source, int at) {
        int start = source.lastIndexOf('\n', at - 1) + 1;
        int end = source.indexOf('\n', at);
        String line = blank(source.substring(start, end < 0 ? source.length() : end));
        return line.substring(0, at - start) + MARK + line.substring(at - start);
    }

    private static String blank(String line) {
        return LITERAL.matcher(line).replaceAll(literal -> {
            String text = literal.group();
            return text.charAt(0) + "_".repeat(text.length() - 2) + text.charAt(text.length() - 1);
        });
    }
}
