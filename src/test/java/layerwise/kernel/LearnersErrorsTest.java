package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LearnersErrorsTest {
    private static final Explanations RULES = JavaExplanations.register(new Explanations());
    private static final Evaluator EVALUATOR = new Evaluator(RULES);

    @BeforeAll
    static void define() throws CellFailure {
        EVALUATOR.prepare("import java.util.*;\nimport java.util.stream.*;\nimport java.nio.file.*;");
        EVALUATOR.evaluate(new Cell(1, """
                String text = "abc"; int apple = 3; int[] array = {1, 2};
                class Cat { int legs; int meow(int n) { return n; } }
                Cat cat = new Cat();
                void greet(int times, String name) { }"""));
    }

    @AfterAll
    static void close() {
        EVALUATOR.close();
    }

    private static String error(int number, String source) {
        return catchThrowableOfType(CellFailure.class, () -> EVALUATOR.evaluate(new Cell(number, source)))
                .report()
                .text();
    }

    private static String error(String source) {
        return error(7, source);
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            appel + 1                     | did you mean apple?
            text.lenght()                 | did you mean length()?
            text.length                   | did you mean length()?
            text.substrng(1)              | did you mean substring(…)?
            array.length()                | write length without brackets
            cat.meoow(3)                  | did you mean meow(…)?
            cat.leg                       | did you mean legs?
            new Cat().bark()              | it has nothing of this name; press Tab behind the dot for all it has
            Math.maxx(1, 2)               | did you mean max(…)?
            Stringg s = null;             | did you mean String?
            string s = null;              | did you mean String?
            system.out.println(1)         | did you mean System?
            Sytem.out.println(1)          | did you mean System?
            import java.utl.List;         | did you mean java.util.List?
            import no.such.place.*;       | no package or class of this name is on the class path
            import java.util.Lisst;       | did you mean List?
            AtomicInteger n = null;       | write import java.util.concurrent.atomic.AtomicInteger;
            LocalDate.now()               | write import java.time.LocalDate;
            zebra(3)                      | nothing of this name is defined; run the cell that defines it first
            class Zoo { Catt c; }         | did you mean Cat?
            greet(3)                      | it is called as greet(int times, String name), but 1 argument came
            int n = "3";                  | Integer.parseInt(…) reads an int from text
            String n = 3;                 | String.valueOf(…) makes text of a number
            int n = 3.0;                  | cut the fraction off with (int), or round with Math.round
            float n = 1.5;                | a float ends in f, 1.5f
            char c = "a";                 | a char stands in single quotes, 'a'
            'ab'                          | a char is one letter; text stands in double quotes
            "ab                           | text ends on its line; close it with ", or begin it with \"""
            long n = 12345678901;         | a long ends in L, 12345678901L; what is larger needs BigInteger
            List<int> n = null;           | int, double and char are no classes; write Integer, Double, Character
            int f() { }                   | every way through the method ends in return and a value, or in throw
            int f() { int k; return k; }  | give it a value where it is declared
            int n = 3 int m = 4;          | put ; where the caret stands
            if (1 == 2 { }                | put ) where the caret stands
            System.out.println("a"));     | there is one ) too many
            } int n = 3;                  | there is one } too many
            int new = 3;                  | new is a word of Java and can be no name
            double = 3;                   | a name is missing here
            Runnable r = () -> Thread.sleep(1); | catch it with try, or declare it behind the method's brackets: throws …
            record P(int x) { P { } }     | records of a cell are public, so their constructor is too; write public before it
            """)
    void aCompileErrorSaysWhatWouldCureIt(String cell, String hint) {
        assertThat(lastLine(error(cell))).isEqualTo("hint: " + hint);
    }

    @Test
    void aNameBehindADotIsPointedAtAndNotTheDot() {
        assertThat(error("cat\n    .leg")).isEqualTo("""
                CompilationError: cannot find symbol: variable leg
                cell 7, line 2, column 6
                        .leg
                         ^
                hint: did you mean legs?""");
    }

    @Test
    void ofSeveralErrorsThreeAreShownWithTheirHints() {
        assertThat(error("int f() {\n    String a = 3;\n    int b = \"4\";\n    int c = no, d = none;\n}"))
                .isEqualTo("""
                CompilationError: incompatible types: int cannot be converted to String
                cell 7, line 2, column 16: incompatible types: int cannot be converted to String
                        String a = 3;
                                   ^
                hint: String.valueOf(…) makes text of a number
                cell 7, line 3, column 13: incompatible types: String cannot be converted to int
                        int b = "4";
                                ^
                hint: Integer.parseInt(…) reads an int from text
                cell 7, line 4, column 13: cannot find symbol: variable no
                        int c = no, d = none;
                                ^
                hint: nothing of this name is defined; run the cell that defines it first""");
    }

    @Test
    void behindAnErrorOfSyntaxTheCompilerIsNotTrusted() {
        assertThat(error("for (int i = 0, i < 3; i++) { }")).isEqualTo("""
                CompilationError: ';' expected
                cell 7, line 1, column 18
                    for (int i = 0, i < 3; i++) { }
                                     ^
                hint: the three parts of for stand between semicolons, for (int i = 0; i < n; i++)""");
    }

    @Test
    void anOpenBracketIsPointedAt() {
        assertThat(error("for (int i = 0; i < 3; i++) { // {\n    greet(i, \"{\");"))
                .isEqualTo("""
                CompilationError: { is never closed
                cell 7, line 1, column 29
                    for (int i = 0; i < 3; i++) { // {
                                                ^""");
    }

    @Test
    void anOpenCommentIsAnError() {
        assertThat(error("int seen = 1;\n/* int gone = 2;")).isEqualTo("""
                CompilationError: /* is never closed
                cell 7, line 2, column 1
                    /* int gone = 2;
                    ^""");
    }

    @Test
    void aNameThatIsDefinedFurtherDownIsToMoveUp() {
        assertThat(error("int first = second(3);\n\nint second(int n) { return n; }"))
                .endsWith("hint: second is defined further down, in line 3; move that up");
    }

    @Test
    void aNameOfACellThatStoppedEarlierSaysWhichCellToRun() {
        error(3, "int zero = 0;\nint broken = 1 / zero;\nint never = 2;");
        assertThat(error("never + 1"))
                .endsWith("hint: never stands in cell 3, line 3, but that cell stopped before it was defined; "
                        + "run it again");
    }

    @Test
    void theColumnOfAFailureIsFoundByWhatTheLineDoes() {
        assertThat(error("int a = 0; int b = 7 / a;")).isEqualTo("""
                java.lang.ArithmeticException: / by zero
                    at cell 7, line 1
                        int a = 0; int b = 7 / a;
                                             ^""");
        assertThat(error("int[] few = new int[3]; few[5] = 1;")).isEqualTo("""
                java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds for length 3
                    at cell 7, line 1
                        int[] few = new int[3]; few[5] = 1;
                                                   ^""");
        assertThat(error("String none = null; none.length()")).isEqualTo("""
                java.lang.NullPointerException: Cannot invoke "String.length()" because "none" is null
                    at cell 7, line 1
                        String none = null; none.length()
                                                 ^""");
    }

    @Test
    void framesInsideALibraryAreFolded() {
        assertThat(error("    List.of(1)\n        .add(2)")).isEqualTo("""
                java.lang.UnsupportedOperationException
                    … 1 frame inside
                    at java.util.ImmutableCollections.AbstractImmutableCollection.add
                    at cell 7, line 2
                        .add(2)
                         ^
                hint: List.of, Map.of, toList() and the like give what cannot change; \
                new ArrayList<>(…) or new HashMap<>(…) copies it into one that can""");
        assertThat(error("Files.readString(Path.of(\"no-such-file\"))"))
                .startsWith("java.nio.file.NoSuchFileException: no-such-file\n    … ")
                .endsWith(" frames inside\n    at java.nio.file.Files.readString\n    at cell 7, line 1\n"
                        + "        Files.readString(Path.of(\"no-such-file\"))\n              ^");
    }

    @Test
    void theFrameOfALibraryThatThrewIsShownWithItsLine() {
        assertThat(error("layerwise.kernel.Thrower.outer()")).isEqualTo("""
                java.lang.IllegalStateException: from within
                    at layerwise.kernel.Thrower.inner (Thrower.java:15)
                    … 1 frame inside
                    at layerwise.kernel.Thrower.outer (Thrower.java:5)
                    at cell 7, line 1
                        layerwise.kernel.Thrower.outer()
                                                 ^""");
    }

    @Test
    void anInitializerThatFailedShowsItsCause() {
        assertThat(error("class Start { static int v = 1 / 0; }\nStart.v")).isEqualTo("""
                java.lang.ExceptionInInitializerError
                    at cell 7, line 2
                        Start.v
                        ^
                caused by java.lang.ArithmeticException: / by zero
                    at <clinit> (cell 7, line 1)
                        class Start { static int v = 1 / 0; }
                                                       ^
                    at cell 7, line 2
                hint: a static field or block of the class failed, so the class cannot be used; define it anew""");
    }

    @Test
    void aRecursionWithoutEndIsShortAndExplained() {
        assertThat(error("int deep(int n) {\n    return 1 + deep(n + 1);\n}\ndeep(0)"))
                .isEqualTo("""
                java.lang.StackOverflowError
                    at deep (cell 7, line 2)
                        return 1 + deep(n + 1);
                                   ^
                    at deep (cell 7, line 2)
                    at deep (cell 7, line 2)
                    …
                hint: a method calls itself and finds no end""");
    }

    @Test
    void aFullHeapNamesItsLimit() {
        assertThat(error("List<long[]> all = new ArrayList<>();\nwhile (true) all.add(new long[1 << 28]);"))
                .startsWith("java.lang.OutOfMemoryError: Java heap space\n    at cell 7, line 2\n")
                .endsWith("hint: the heap ends at " + Runtime.getRuntime().maxMemory() / (1 << 20)
                        + " MiB; drop what is no longer needed (set it to null), or start Java with a larger -Xmx");
    }

    @Test
    void anErrorOfMemoryThatIsNotTheHeapsIsNotExplainedByIt() {
        assertThat(error("new long[Integer.MAX_VALUE]"))
                .endsWith("hint: an array has at most about 2,147,483,640 elements, however large the heap");
        assertThat(error("throw new OutOfMemoryError(\"unable to create native thread: possibly out of memory\");"))
                .endsWith("hint: the system starts no more threads; end some, or take a pool of few");
        assertThat(error("throw new OutOfMemoryError(\"Cannot reserve 8 bytes of direct buffer memory\");"))
                .doesNotContain("hint");
    }

    @Test
    void anExplanationIsFoundThroughTheCausesAndTheLatestRuleWins() {
        RULES.put(java.io.IOException.class, e -> Optional.of("the disk said " + e.getMessage()));
        RULES.put(name -> name.endsWith("UncheckedIOException"), e -> Optional.empty());
        assertThat(error("throw new java.io.UncheckedIOException(new java.io.IOException(\"no\"));"))
                .endsWith("\nhint: the disk said no");
        RULES.put(name -> name.endsWith("UncheckedIOException"), e -> Optional.of("unchecked"));
        assertThat(error("throw new java.io.UncheckedIOException(new java.io.IOException(\"no\"));"))
                .endsWith("\nhint: unchecked");
    }

    @Test
    void aMessageOfSeveralLinesIsOneSentenceAndLinesBelow() {
        var report = catchThrowableOfType(
                        CellFailure.class,
                        () -> EVALUATOR.evaluate(
                                new Cell(7, "throw new Error(\"first\\nsecond\\n\\nStack trace:\\n  0x1\");")))
                .report();
        assertThat(report.value()).isEqualTo("first");
        assertThat(report.lines().subList(0, 2)).containsExactly("    second", "    at cell 7, line 1");
    }

    private static String notes(String source) throws CellFailure {
        PrintStream before = System.err;
        ByteArrayOutputStream noted = new ByteArrayOutputStream();
        System.setErr(new PrintStream(noted, true, StandardCharsets.UTF_8));
        try {
            EVALUATOR.evaluate(new Cell(7, source));
        } finally {
            System.setErr(before);
        }
        return noted.toString(StandardCharsets.UTF_8);
    }

    @Test
    void equalTextsThatAreFoundDifferentAreNoted() throws CellFailure {
        assertThat(notes("String yes = new String(\"yes\");\nyes == \"yes\""))
                .isEqualTo(
                        "note: cell 7, line 2: == found two texts \"yes\" to be different, because it compares objects; "
                                + "compare texts with equals\n");
        assertThat(notes("for (int i = 0; i < 3; i++) if (yes != \"yes\") apple++;"))
                .hasLineCount(1);
        assertThat(notes("yes.equals(\"yes\")")).isEmpty();
        assertThat(notes("yes == \"no\" || yes == null || cat == cat")).isEmpty();
    }

    @Test
    void aVariableThatLosesItsValueIsNoted() throws CellFailure {
        notes("class Dog { } Dog dog = new Dog();");
        assertThat(notes("class Dog { int legs; }"))
                .isEqualTo("note: dog is null again, because Dog is defined anew\n");
    }

    @Test
    void aVariableDeclaredByVarIsGoneWithItsClass() throws CellFailure {
        EVALUATOR.evaluate(new Cell(4, "class Hen { } var hen = new Hen(); var hens = List.of(hen);"));
        assertThat(notes("class Hen { int eggs; }"))
                .isEqualTo("note: hen and hens are gone, because Hen is defined anew; run what defines them again\n");
        assertThat(error("hen"))
                .endsWith("hint: hen went when its type changed; run the cell that defines it again,"
                        + " cell 4, line 1");
    }

    @Test
    void thatFinalCountsForNothingIsSaidOnce() throws CellFailure {
        assertThat(notes("final int most = 3; most = 4;"))
                .isEqualTo(
                        "note: final counts for nothing in a cell's own variables: most may be given another value\n");
        assertThat(notes("final int least = 3;")).isEmpty();
    }

    @Test
    void aResultOfAnEarlierCellIsToBeNamed() {
        assertThat(lastLine(error("$7 + 1")))
                .isEqualTo("hint: a result gets no name by itself; give it one: var x = …");
    }

    @Test
    void anExceptionOfAThreadOfTheCellShowsTheCellsLine() throws CellFailure {
        assertThat(notes("""
                void fail() { throw new IllegalStateException("outer", new Error("inner")); }
                Thread worker = new Thread(() -> {
                    fail();
                }, "worker");
                worker.start();
                worker.join();""")).isEqualTo("""
                in thread worker: java.lang.IllegalStateException: outer
                    at fail (cell 7, line 1)
                        void fail() { throw new IllegalStateException("outer", new Error("inner")); }
                                      ^
                    at lambda (cell 7, line 3)
                caused by java.lang.Error: inner
                    at fail (cell 7, line 1)
                        void fail() { throw new IllegalStateException("outer", new Error("inner")); }
                                      ^
                    at lambda (cell 7, line 3)
                """);
    }

    @Test
    void aMessageWithoutEndIsCutBetweenCharactersAndTheRestCounted() {
        assertThat(error("throw new Error(\"x\".repeat(1999) + \"😀\".repeat(500));"))
                .startsWith("java.lang.Error: " + "x".repeat(1999) + "… (1,000 more characters)\n");
    }

    @Test
    void systemExitEndsTheCellAndNotTheKernel() {
        for (String call : List.of("System.exit(3)", "Runtime.getRuntime().exit(3)", "Runtime.getRuntime().halt(3)")) {
            assertThat(error("    " + call)).isEqualTo("""
                layerwise.kernel.CellCalls.Exit: System.exit(3) ended the cell; the kernel and its variables are kept
                    at cell 7, line 1
                        %s
                        ^""".formatted(call));
        }
    }

    @Test
    void theTypeOfNullIsCalledNull() {
        assertThat(error("cat.meow(null)"))
                .startsWith("CompilationError: incompatible types: null cannot be converted to int\n")
                .endsWith("hint: int is no object and never null");
    }

    @Test
    void aLibraryCuresWhatOnlyItsOwnWordsGetWrong() throws CellFailure {
        RULES.put((message, statement) ->
                message.contains("Object is not a functional interface") && statement.startsWith("Quiz.check(\"1\", ")
                        ? Optional.of("wrap it")
                        : Optional.empty());
        EVALUATOR.evaluate(new Cell(2, """
                class Quiz { static int check(String id) { return 1; } static int check(String id, Object a) { return 2; } }
                """));
        assertThat(error("Quiz.check(\"1\", (a, b) -> a + b)")).endsWith("hint: wrap it");
        assertThat(error("Quiz.check(1, (a, b) -> a + b)")).doesNotContain("wrap it");
    }

    @Test
    void aReportForJupyterHasOneSentenceAndAListOfLines() {
        var report = new ErrorReport("Oops", "it failed", List.of("cell 1", "hint: try"));
        assertThat(report.json())
                .hasToString("{\"ename\":\"Oops\",\"evalue\":\"it failed\",\"traceback\":"
                        + "[\"\\u001b[1;31mOops\\u001b[0m: it failed\",\"cell 1\",\"hint: try\"]}");
    }
}
