package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EvaluatorTest {
    private static final Evaluator EVALUATOR = new Evaluator();

    @AfterAll
    static void close() {
        EVALUATOR.close();
    }

    private static Object value(String source) throws CellFailure {
        return EVALUATOR.evaluate(new Cell(7, source)).orElse("nothing");
    }

    private static String error(String source) {
        return catchThrowableOfType(CellFailure.class, () -> value(source))
                .report()
                .text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + 1                       | 2
            1 + 1;                      | 2
            int a = 3; a                | 3
            int b = 3;                  | nothing
            int c = 3; c = 4            | nothing
            int d = 3; d++              | 3
            System.currentTimeMillis(); int e = 1; | nothing
            null                        | nothing
            void f() { } f()            | nothing
            // only a comment           | nothing
            7 // with a comment         | 7
            5;;                         | nothing
            ; 5                         | 5
            int g = 1; g += 2           | 3
            int h = 1; (h)              | 1
            int i = 1; i; int j = 2;    | nothing
            int k; k                    | 0
            String l; l                 | nothing
            if (true) { }               | nothing
            { int local = 5; }          | nothing
            import java.util.List;      | nothing
            new int[] {1, 2};           | [1, 2]
            "a" == "a" ? 1 : 2          | 1
            Runnable m = () -> { }; m.run() | nothing
            enum N { A }                | nothing
            /* a comment */             | nothing
            '  '                        | nothing
            System.out.printf("")       | nothing
            System.out                  | nothing
            """)
    void theValueIsTheLastExpressionAsInIJava(String cell, String expected) throws CellFailure {
        assertThat(Text.of(value(cell))).isEqualTo(expected);
    }

    @Test
    void classesAndMethodsOfOneCellMayNameEachOther() throws CellFailure {
        assertThat(value("class Hen { Egg egg; } class Egg { Hen hen; } new Hen().egg == null"))
                .isEqualTo(true);
        assertThat(value("boolean even(int n) { return n == 0 || odd(n - 1); }\n"
                        + "boolean odd(int n) { return n != 0 && even(n - 1); }\neven(10)"))
                .isEqualTo(true);
    }

    @Test
    void namesMayBeAnyThatJavaAllows() throws CellFailure {
        assertThat(value("int größe = 1; int 변수 = 2; int $a = 3; int _b = 4; größe + 변수 + $a + _b"))
                .isEqualTo(10);
        assertThat(
                        value(
                                "int REPL = 1, value = 2, shell = 3, Guard = 4, do_it$ = 5; REPL + value + shell + Guard + do_it$"))
                .isEqualTo(15);
        assertThat(value("class Guard { int n; Guard() { for (int i = 0; i < 3; i++) n++; } } new Guard().n"))
                .isEqualTo(3);
        assertThat(value("String emoji = \"😀\"; emoji.length()")).isEqualTo(2);
    }

    @Test
    void theLanguageOfTheRunningJdkIsKnown() throws CellFailure {
        assertThat(value("sealed interface Tree permits Leaf, Fork { }\nrecord Leaf(int n) implements Tree { }\n"
                        + "record Fork(Tree left, Tree right) implements Tree { }\n"
                        + "int sum(Tree t) { return t instanceof Fork f ? sum(f.left()) + sum(f.right()) : ((Leaf) t).n(); }\n"
                        + "sum(new Fork(new Leaf(1), new Leaf(2)))"))
                .isEqualTo(3);
        assertThat(value("String lines = \"\"\"\n    a\n      b\n    \"\"\"; lines"))
                .isEqualTo("a\n  b\n");
        assertThat(value("import static java.lang.Math.*; import java.util.*; max(List.of(1, 2).size(), 3)"))
                .isEqualTo(3);
        assertThat(value("@FunctionalInterface interface Op { int of(int a); }\nOp twice = a -> 2 * a;\n"
                        + "<T extends Comparable<T>> T larger(T a, T b) { return a.compareTo(b) > 0 ? a : b; }\n"
                        + "larger(twice.of(3), 5)"))
                .isEqualTo(6);
        String pattern =
                "Object any = 5;\nString kind = switch (any) { case Integer n when n > 3 -> \"big\"; default -> \"?\"; };\nkind";
        if (Runtime.version().feature() >= 21) {
            assertThat(value(pattern)).isEqualTo("big");
        } else {
            assertThat(error(pattern)).endsWith("hint: this kernel runs Java 17; a later one knows it");
        }
    }

    @Test
    void aVariableMayComeAgainWithAnotherType() throws CellFailure {
        value("int again = 3;");
        assertThat(value("String again = \"three\"; again")).isEqualTo("three");
        value("class Bulb { int watts() { return 40; } } Bulb bulb = new Bulb();");
        assertThat(value("class Bulb { int watts() { return 60; } } bulb = new Bulb(); bulb.watts()"))
                .isEqualTo(60);
    }

    @Test
    void aRedefinitionIsUsedByWhatWasDefinedBefore() throws CellFailure {
        value("int base() { return 1; } int twice() { return 2 * base(); }");
        assertThat(value("int base() { return 5; } twice()")).isEqualTo(10);
    }

    @Test
    void aFailedLineLeavesTheLinesBeforeItDefined() throws CellFailure {
        error("int before = 1; int zero = 1 / (before - 1); int after = 2;");
        assertThat(value("before")).isEqualTo(1);
        assertThat(error("after")).startsWith("CompilationError: cannot find symbol: variable after");
    }

    @Test
    void aCellOfAThousandStatementsRunsAsOneBlockAndStillNamesItsLines() throws CellFailure {
        String many = "x++; // and on\nMath.abs(x);\nif (x < 0) { x = 0; }\n\n".repeat(250);
        long began = System.nanoTime();
        assertThat(value("int x = 0;\n" + many + "x")).isEqualTo(250);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(error(many + "x = x / (x - x);\n" + many))
                .isEqualTo("java.lang.ArithmeticException: / by zero\n    at cell 7, line 1001\n"
                        + "        x = x / (x - x);\n              ^");
        assertThat(value("x")).isEqualTo(500);
    }

    @Test
    void ofAThousandStatementsThoseBeforeAWrongOneAreRun() throws CellFailure {
        value("int counted = 0;");
        assertThat(error("counted++;\n".repeat(30) + "counted = nothing;\n" + "counted++;\n".repeat(30)))
                .startsWith("CompilationError: cannot find symbol: variable nothing\ncell 7, line 31, column 11");
        assertThat(value("counted")).isEqualTo(30);
    }

    @Test
    void aCompileErrorShowsTheLineAndACaret() {
        assertThat(error("int y = 3;\n\nint z = y + w;")).isEqualTo("""
                CompilationError: cannot find symbol: variable w
                cell 7, line 3, column 13
                    int z = y + w;
                                ^
                hint: nothing of this name is defined; run the cell that defines it first""");
    }

    @Test
    void aMissingSemicolonIsPointedAt() {
        assertThat(error("for (int i = 0; i < 3; i++) {\n    int j = i\n}")).isEqualTo("""
                CompilationError: ';' expected
                cell 7, line 2, column 14
                        int j = i
                                 ^
                hint: put ; where the caret stands""");
    }

    @Test
    void anUnfinishedCellIsACompileError() {
        assertThat(error("int open(")).startsWith("CompilationError: ");
    }

    @Test
    void aTypeThatIsNeverDefinedIsNamed() {
        assertThat(error("class Nest { Bird bird; }")).isEqualTo("""
                CompilationError: Nest needs class Bird, which is not defined
                cell 7, line 1, column 1
                    class Nest { Bird bird; }
                    ^""");
    }

    @Test
    void aMethodThatCallsAnUndefinedOneSaysSoWhenItIsCalled() throws CellFailure {
        value("int early() { return later(); }");
        assertThat(error("early()")).isEqualTo("""
                UnresolvedReference: early needs method later(), which is not defined
                cell 7, line 1, column 1
                    int early() { return later(); }
                    ^""");
    }

    @Test
    void anExceptionShowsTheLinesOfTheCellAndNoFrameBelow() {
        assertThat(error("int divide(int a, int b) {\n    return a / b;\n}\n\ndivide(1,\n    0)"))
                .isEqualTo("""
                java.lang.ArithmeticException: / by zero
                    at divide (cell 7, line 2)
                        return a / b;
                                 ^
                    at cell 7, line 5""");
    }

    @Test
    void aCauseIsShownWithItsOwnPlace() {
        assertThat(error("throw new IllegalStateException(\"outer\",\n    new java.io.IOException(\"inner\"));"))
                .contains("java.lang.IllegalStateException: outer\n    at cell 7, line 1")
                .contains("caused by java.io.IOException: inner\n    at cell 7, line ");
    }

    @Test
    void anExceptionOfTheCellHasTheNameThatTheCellGaveIt() {
        assertThat(error("class Oops extends RuntimeException { Oops() { super(\"bad\"); } }\nthrow new Oops();"))
                .startsWith("Oops: bad\n    at cell 7, line 2");
    }

    @Test
    void aDeepRecursionIsShownShort() {
        String text = error("int deep(int n) { return 1 + deep(n + 1); } deep(0)");
        assertThat(text).startsWith("java.lang.StackOverflowError\n    at deep (cell 7, line 1)");
        assertThat(text.lines()).hasSizeLessThan(10);
    }

    @Test
    void assertIsOn() {
        assertThat(error("assert 1 > 2 : \"never\";")).startsWith("java.lang.AssertionError: never");
    }

    @Test
    void startUpCodeGoesOnBehindAFailure() throws CellFailure {
        List<ErrorReport> failures =
                EVALUATOR.prepare("import java.util.Deque;\nimport no.such.Thing;\nint started = 9;");
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).text()).contains("start-up code, line 2");
        assertThat(value("Deque<String> none = null; started")).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { }",
                "for (;;) ;",
                "do { } while (true);",
                "Thread.sleep(100_000);",
                "while (true) { try { Thread.sleep(10); } catch (InterruptedException e) { } }",
                "while (true) { try { Object o = null; o.toString(); } catch (Throwable e) { } }",
                "long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); } fib(90)",
                "java.util.stream.LongStream.iterate(1, i -> i + 1).filter(i -> i < 0).findFirst()",
                "java.util.stream.IntStream.range(0, 9).parallel().forEach(i -> { while (true) { } })",
                "synchronized (\"x\") { \"x\".wait(); }"
            })
    void anInterruptStopsTheCellAndKeepsTheState(String endless) throws Exception {
        value("int kept = 5;");
        Thread.getAllStackTraces();
        Thread interrupter = Threads.daemon("interrupter", () -> {
            sleep(400);
            EVALUATOR.interrupt();
        });
        interrupter.start();
        long began = System.nanoTime();
        assertThat(error(endless))
                .startsWith("Interrupted: the cell was stopped; what its earlier lines defined is kept");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2400));
        assertThat(value("kept")).isEqualTo(5);
    }

    @Test
    void anInterruptWithoutACellDoesNothing() throws CellFailure {
        EVALUATOR.interrupt();
        assertThat(value("int s = 0; for (int i = 0; i < 10; i++) s += i; s")).isEqualTo(45);
    }

    @Test
    void aThreadOfAnEarlierCellSurvivesAnInterrupt() throws Exception {
        value("volatile long beats = 0;\nvar beating = new Thread(() -> { while (true) beats++; });\n"
                + "beating.setDaemon(true);\nbeating.start();");
        anInterruptStopsTheCellAndKeepsTheState("while (true) { }");
        assertThat(value("beating.isAlive()")).isEqualTo(true);
        value("beating.interrupt();");
    }

    @Test
    void allCellsRunOnOneThread() throws CellFailure {
        assertThat(value("Thread.currentThread()")).isSameAs(value("Thread.currentThread()"));
    }

    @Test
    void anExpressionLeavesNoVariableBehind() throws CellFailure {
        value("1 + 2");
        value("java.util.List.of(3).get(0)");
        error("\"x\".charAt(9)");
        assertThat(IntStream.rangeClosed(1, 2000).mapToObj(i -> "$" + i)).noneMatch(EVALUATOR::knows);
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
