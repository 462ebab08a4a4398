package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SlipsTest {
    private static final String NAMES = "String text = \"abc\"; int apple = 3; int[] array = {1, 2};"
            + " List<Integer> list = new ArrayList<>(); Map<String, Integer> map = new HashMap<>();";
    private static final Explanations RULES = JavaExplanations.register(new Explanations());
    private static final Evaluator EVALUATOR = new Evaluator(RULES);

    /** JShell by itself, for the errors that are no slips. */
    private static final JShell SHELL =
            JShell.builder().executionEngine("local").build();

    @BeforeAll
    static void define() throws CellFailure {
        EVALUATOR.prepare(Kernel.IMPORTS);
        EVALUATOR.evaluate(new Cell(1, NAMES));
        Stream.concat(Kernel.IMPORTS.lines(), NAMES.lines())
                .flatMap(line -> new Snippets(SHELL.sourceCodeAnalysis(), line).all().stream())
                .forEach(piece -> SHELL.eval(piece.source()));
    }

    @AfterAll
    static void close() {
        EVALUATOR.close();
        SHELL.close();
    }

    private static String error(String source) {
        return catchThrowableOfType(CellFailure.class, () -> EVALUATOR.evaluate(new Cell(7, source)))
                .report()
                .text();
    }

    private static String hint(String source) {
        String text = error(source.replace('⏎', '\n'));
        return text.substring(text.indexOf("hint: ")).replaceFirst("hint: (.*)(?s:.*)", "$1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            print("a")                         ¦ text is printed by System.out.println(…)
            print "a"                          ¦ text is printed by System.out.println(…)
            println("a")                       ¦ text is printed by System.out.println(…)
            printn("a");                       ¦ text is printed by System.out.println(…)
            printf("a")                        ¦ text is printed by System.out.printf(…), or by System.out.println(…)
            System.out.printn("a")             ¦ did you mean println(…)?
            System.out.prinln("a")             ¦ did you mean println(…)?
            boolean b = True;                  ¦ write true, in small letters
            boolean b = False;                 ¦ write false, in small letters
            String q = None;                   ¦ write null, in small letters
            String q = NULL;                   ¦ write null, in small letters
            let x = 3;                         ¦ a variable begins with var, or with its type: var x = …
            let x = 3                          ¦ a variable begins with var, or with its type: var x = …
            const x = 3;                       ¦ what keeps its value is declared final, final int n = 3
            const int x = 3;                   ¦ what keeps its value is declared final, final int n = 3
            int f() { retrun 3; }              ¦ did you mean return?
            int f() { retrun apple; }          ¦ did you mean return?
            int x == 3;                        ¦ a value is given by one =: x = …
            5.length()                         ¦ a number is no object and has no methods
            apple.length()                     ¦ int is no object and has no methods; String.valueOf(…) makes text of it
            apple.equals(3)                    ¦ int is no object; compare it by ==
            apple.foo()                        ¦ int is no object and has no methods or fields
            for (String q in list) { }         ¦ a loop over elements has a colon, for (var q : …)
            for (q in list) { }                ¦ a loop over elements has a type and a colon, for (var q : …)
            for x in list:⏎    print(x)        ¦ a loop over elements is for (var x : …) { … }
            for i in range(10):⏎    print(i)   ¦ a loop that counts is for (int i = 0; i < n; i++) { … }
            for (x : array) { }                ¦ the variable has a type, for (var x : …)
            foreach (int x : array) { }        ¦ a loop over elements is for (var x : …)
            def f():⏎    return 3              ¦ a method begins with the type of its result, int f(int n) { … }
            def f(x): return x                 ¦ a method begins with the type of its result, int f(int n) { … }
            function f(x) { return x; }        ¦ a method begins with the type of its result, int f(int n) { … }
            f(int x) { return x; }             ¦ a method begins with the type of its result, or with void: void f(…)
            f(String x) { return x; }          ¦ a method begins with the type of its result, or with void: void f(…)
            for (int i = 0, i < 3, i++) { }    ¦ the three parts of for stand between semicolons, for (int i = 0; i < n; i++)
            for (int i = 0; i < 3, i++) { }    ¦ the three parts of for stand between semicolons, for (int i = 0; i < n; i++)
            String z = “abc”;                  ¦ a text stands in straight quotes, "…"
            char c = ‘a’;                      ¦ a char stands in straight quotes, 'a'; a text in "…"
            String w = `abc`;                  ¦ a text stands in double quotes, "…"
            int n = 3；                         ¦ ； is a sign of full width; write the plain one of the keyboard
            System.out.println（"a"）;           ¦ （ is a sign of full width; write the plain one of the keyboard
            5 × 3                              ¦ times is *
            5 ÷ 3                              ¦ divided by is /
            5 − 3                              ¦ − is a dash; minus is the - of the keyboard
            apple ≤ 3                          ¦ at most is <=
            apple ≥ 3                          ¦ at least is >=
            apple ≠ 3                          ¦ not equal is !=
            int\u00a0n = 3;                         ¦ an invisible sign stands here, pasted from a page for one; delete it
            # a comment                        ¦ a comment begins with //
            int n = 3; # a comment             ¦ a comment begins with //
            #include <stdio.h>                 ¦ import takes the place of #include
            int[] q = [1,2,3];                 ¦ a list is List.of(1, 2, 3), an array new int[] {1, 2, 3}
            [1,2,3]                            ¦ a list is List.of(1, 2, 3), an array new int[] {1, 2, 3}
            var v = {1, 2};                    ¦ an array is declared by its type, int[] v = {…}; or write List.of(…)
            var v = {};                        ¦ an array is declared by its type, int[] v = {…}; or write List.of(…)
            var x;                             ¦ give it a value, or declare it by its type: int x;
            var x = null;                      ¦ null has no type; write one: String x = null
            var f = y -> y;                    ¦ a lambda has the type that the variable is declared by: Function<Integer, Integer> f = …
            if (text = "a") { }                ¦ one = gives a value; numbers are compared by ==, texts by equals
            while (apple = 5) { }              ¦ one = gives a value; numbers are compared by ==, texts by equals
            "a" * 3                            ¦ a text is repeated by repeat(…)
            text - "a"                         ¦ a text is no number; Integer.parseInt(…) reads one from it
            text < "b"                         ¦ texts are ordered by compareTo(…)
            apple == "5"                       ¦ a number is never equal to a text; Integer.parseInt(…) reads one from it
            boolean b = (3 < apple < 7);       ¦ two comparisons are joined by &&, 0 < n && n < 9
            apple && true                      ¦ && joins conditions, a == 1 && b == 2
            !apple                             ¦ ! turns a condition round; compare first, !(n == 0) or n != 0
            List<String> x = List.of(1,2);     ¦ it is to hold String, and Integer came
            text.size()                        ¦ a text has length()
            text.size                          ¦ a text has length()
            array.length()                     ¦ write length without brackets
            array.size()                       ¦ an array has length, without brackets
            array.push(3)                      ¦ an array keeps its length; new ArrayList<>() is a list that grows
            list.length                        ¦ a collection has size()
            list.length()                      ¦ a collection has size()
            list.size                          ¦ a collection has size(), with brackets
            list.append(3)                     ¦ elements are added by add(…)
            map.length                         ¦ a map has size()
            map.set("a", 1)                    ¦ an entry is put by put(key, value)
            list[0]                            ¦ an element of a list is got by get(…)
            list[0] = 3;                       ¦ an element of a list is set by set(…, …)
            map["a"]                           ¦ in [ ] stands a place in an array; a value of a map is got by get(…)
            map["a"] = 3;                      ¦ in [ ] stands a place in an array; a value of a map is got by get(…)
            text[0]                            ¦ a letter of a text is got by charAt(…)
            int k = null;                      ¦ int is no object and never null
            void f() { return 3; }             ¦ what is void returns no value; a method with a result has its type in that place
            int f(int x) { x + 1; }            ¦ a value by itself is no statement; give it to a variable, or return it
            int apple2 = apple === 3;          ¦ one == is enough
            if (apple !== 3) { }               ¦ one = behind ! is enough, !=
            apple ** 2                         ¦ a power is Math.pow(…, …)
            apple <> 3                         ¦ not equal is !=
            x := 3                             ¦ a variable is declared by var and =, var n = 3
            var f = (x) => x + 1;              ¦ a lambda is written with ->; at least is >=
            x = lambda y: y + 1                ¦ a lambda is written with ->, y -> …
            apple == 3 and apple == 4          ¦ && stands for and, || for or
            if (apple == 3 or apple < 5) { }   ¦ && stands for and, || for or
            not true                           ¦ ! stands for not
            if (not apple == 3) { }            ¦ ! stands for not
            elif (apple > 3) { }               ¦ write else if (…)
            if apple > 3: ⏎    apple = 2       ¦ a condition stands in brackets, and what depends on it in braces: if (…) { … }
            if (apple > 3):⏎    apple = 2      ¦ what depends on it stands in braces, { … }, and not behind a colon
            while True:⏎    apple = 2          ¦ a condition stands in brackets, and what depends on it in braces: while (…) { … }
            while apple < 3 { apple = 5; }     ¦ what is asked stands in brackets, while (…)
            else:⏎    apple = 2                ¦ what depends on it stands in braces, { … }, and not behind a colon
            class A:⏎    x = 3                 ¦ what belongs to it stands in braces, { … }
            try:⏎    apple = 3                 ¦ what belongs to it stands in braces, { … }
            if (apple > 3) then apple = 2;     ¦ there is no then; what depends on it stands in braces, { … }
            for (int i = 0; i < 3; i++)⏎    int z = 3; ¦ a variable is declared in braces, { … }
            try { apple = 3; }                 ¦ behind try { … } stands catch (Exception e) { … }, or finally { … }
            len(text)                          ¦ a text has length(), an array length, a list size()
            str(5)                             ¦ String.valueOf(…) makes text of a value
            int("5")                           ¦ Integer.parseInt(…) reads an int from text, (int) cuts a fraction off
            double("5")                        ¦ Double.parseDouble(…) reads a double from text, (double) makes one of an int
            range(5)                           ¦ for (int i = 0; i < n; i++) counts; IntStream.range(0, n) is the same as a stream
            input("name")                      ¦ a line is read by ask("…")
            sqrt(4)                            ¦ write Math.sqrt(…)
            PI * 2                             ¦ write Math.PI
            bool b = true;                     ¦ did you mean boolean?
            unsigned int q = 3;                ¦ numbers have a sign here; write int, or long for larger ones
            int my-name = 3;                   ¦ a name has no -; write my_name
            int my name = 3;                   ¦ a name has no space; write my_name
            int 2x = 3;                        ¦ a name begins with a letter
            double r = 1,5;                    ¦ a number has a point and no commas, 1.5
            String z = f"a{apple}";            ¦ values are put into a text by +, or by String.format(…)
            String w = \"""abc\""";              ¦ the text begins on the line below \"""
            import numpy as np                 ¦ import names a class with its package, import java.util.List;
            from java.util import List         ¦ write import java.util.List;
            console.log("a")                   ¦ text is printed by System.out.println(…)
            cout << "a";                       ¦ text is printed by System.out.println(…)
            int[] a = new int[];               ¦ say how many, new int[3], or which, new int[] {1, 2}
            int[] a = new int[2]{1,2};         ¦ the elements say how many they are, new int[] {1, 2}
            new List<>()                       ¦ List is an interface; new ArrayList<>() makes a list
            new Map<>()                        ¦ Map is an interface; new HashMap<>() makes one
            new Set<>()                        ¦ Set is an interface; new HashSet<>() makes one
            Map<String,Integer> m = {"a": 1};  ¦ a map is Map.of(key, value, …)
            String c = 'a';                    ¦ a text stands in double quotes; String.valueOf(…) makes one of a char
            retrun apple;                      ¦ did you mean return?
            print apple;                       ¦ text is printed by System.out.println(…)
            """)
    void aSlipIsNamedWithItsCure(String cell, String hint) {
        assertThat(hint(cell)).isEqualTo(hint);
    }

    static List<String> otherErrors() throws IOException {
        try (var file = SlipsTest.class.getResourceAsStream("other-errors.txt")) {
            return List.of(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n====\n"));
        }
    }

    private static List<Optional<String>> slips(String source) {
        return new Snippets(SHELL.sourceCodeAnalysis(), source)
                .all().stream()
                        .flatMap(piece -> SHELL.eval(piece.source()).stream()
                                .flatMap(event -> SHELL.diagnostics(event.snippet()))
                                .filter(Diag::isError)
                                .map(error -> Slips.of(error, piece.source(), at(error, piece))))
                        .toList();
    }

    private static int at(Diag error, Snippets.Piece piece) {
        return (int) Math.max(0, Math.min(piece.source().length(), error.getPosition()));
    }

    @ParameterizedTest
    @MethodSource("otherErrors")
    void anErrorOfAnotherKindIsNoSlip(String cell) {
        assertThat(slips(cell)).isNotEmpty().containsOnly(Optional.empty());
    }

    @Test
    void aWordWithoutItsPartnerIsNamed() {
        assertThat(error("else { apple = 3; }")).isEqualTo("""
                CompilationError: else without if
                cell 7, line 1, column 1
                    else { apple = 3; }
                    ^
                hint: else stands behind the } of its if, in the same cell""");
        assertThat(hint("catch (Exception e) { }")).isEqualTo("catch stands behind the } of its try, in the same cell");
    }

    @Test
    void aNameThatTheCellDefinesFurtherDownIsNoSlip() {
        assertThat(hint("echo(3);⏎void echo(int n) { }"))
                .isEqualTo("echo is defined further down, in line 2; move that up");
    }

    @Test
    void aClassIsNotTakenForTheVariableThatIsMissing() {
        assertThat(hint("Math.abs(string)"))
                .isEqualTo("nothing of this name is defined; run the cell that defines it first");
        assertThat(hint("Math.abs(String)"))
                .isEqualTo("String is a class and no value; press Tab behind String. for what it has");
        assertThat(hint("StringBuilder(\"a\")")).isEqualTo("write new StringBuilder(…)");
    }

    @Test
    void aClassThatTwoPackagesHaveIsToBeImported() throws CellFailure {
        try (Evaluator fresh = new Evaluator()) {
            fresh.prepare("import java.util.*;");
            assertThat(catchThrowableOfType(
                                    CellFailure.class,
                                    () -> fresh.evaluate(new Cell(7, "import java.awt.*;\nList<String> all = null;")))
                            .report()
                            .text())
                    .isEqualTo("""
                    CompilationError: reference to List is ambiguous: both class java.awt.List in java.awt and \
                    interface java.util.List in java.util match
                    cell 7, line 2, column 1
                        List<String> all = null;
                        ^
                    hint: write import java.util.List;""");
            fresh.evaluate(new Cell(8, "import java.util.List;\nList<String> all = null;"));
        }
    }

    @Test
    void aLibraryMaySayWhatStandsInPlaceOfAName() {
        RULES.put(name -> name.equals("lenet5") ? Optional.of("LeNet5.paper()") : Optional.empty());
        assertThat(hint("String.valueOf(lenet5)"))
                .isEqualTo("run the cell that defines lenet5, or write LeNet5.paper()");
    }

    @Test
    void aWrongCallShowsTheThreeNearestAndWhatDiffers() {
        assertThat(error("Math.max(\"a\", 2)")).isEqualTo("""
                CompilationError: no suitable method found for max(String,int)
                cell 7, line 1, column 5
                    Math.max("a", 2)
                        ^
                hint: it is called as one of
                    max(int a, int b), but argument 1 is String
                    max(long a, long b), but argument 1 is String
                    max(float a, float b), but argument 1 is String
                    … and 1 more""");
        assertThat(error(
                        "class Pen { void draw(List<Map<String, Integer>> all, int y) { } void draw(String name, int y) { } }\n"
                                + "new Pen().draw(list, \"b\")"))
                .endsWith("""
                hint: it is called as one of
                    draw(List<Map<String,Integer>> all, int y), but argument 1 is List<Integer>
                    draw(String name, int y), but argument 1 is List<Integer>""");
    }
}
