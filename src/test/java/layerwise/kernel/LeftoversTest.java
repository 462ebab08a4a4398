package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session keeps what a later cell can name, and nothing else. */
@Timeout(120)
class LeftoversTest {
    private static final List<String> CELLS = List.of(
            "1 + #",
            "int v = #; v * 2",
            "int f(int n) { return n + #; } f(v)",
            "class C { int x = #; int y() { return x + new Object() { int z() { return x; } }.z(); } } new C().y()",
            "record R(int a) { } new R(#)",
            "for (int k = 0; k < 3; k++) { Runnable r = () -> v++; r.run(); }",
            "int bad = nowhere#;",
            "Object o = null; o.toString();",
            "var c = new C(); c.x");

    private final Evaluator evaluator = new Evaluator();
    private int cells;

    @AfterEach
    void close() {
        evaluator.close();
    }

    private Object value(String source) throws CellFailure {
        return evaluator.evaluate(new Cell(++cells, source)).orElse("nothing");
    }

    private String error(String source) {
        return catchThrowableOfType(CellFailure.class, () -> value(source))
                .report()
                .text();
    }

    private void round(int number) {
        for (String cell : CELLS) {
            try {
                value(cell.replace("#", String.valueOf(number)));
            } catch (CellFailure failure) {
                assertThat(failure.report().text()).containsAnyOf("nowhere", "NullPointerException");
            }
        }
    }

    @Test
    void aTwelfthRoundOfTheSameCellsKeepsNoMoreThanTheThird() throws Exception {
        round(1);
        round(2);
        round(3);
        int kept = evaluator.kept().orElseThrow();
        for (int i = 4; i <= 12; i++) {
            round(i);
        }
        assertThat(evaluator.kept().orElseThrow()).isEqualTo(kept).isLessThan(60);
    }

    @Test
    void anOldValueIsFreedAsSoonAsItsNameHasAnother() throws Exception {
        WeakReference<Object> old = new WeakReference<>(value("var big = new byte[1000]; big"));
        WeakReference<Object> shown = new WeakReference<>(value("new byte[1000]"));
        value("var big = \"\";");
        assertFreed(old);
        assertFreed(shown);
        assertThat(value("big")).isEqualTo("");
    }

    private static void assertFreed(WeakReference<?> reference) throws InterruptedException {
        for (int i = 0; i < 50 && !reference.refersTo(null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(reference.refersTo(null)).isTrue();
    }

    @Test
    void whatRunsKeepsTheDefinitionsOfItsTime() throws Exception {
        value("int step() { return 1; }");
        value("var late = new java.util.concurrent.CompletableFuture<Integer>();");
        value("var gate = new java.util.concurrent.CountDownLatch(1);");
        value("var both = late;\nnew Thread(() -> { try { gate.await(); both.complete(step()); }"
                + " catch (Throwable e) { both.completeExceptionally(e); } }).start();");
        value("int step() { return 2; }");
        value("int noise = 3;");
        System.gc();
        assertThat(value("gate.countDown(); late.get(20, java.util.concurrent.TimeUnit.SECONDS)"))
                .isEqualTo(1);
        assertThat(value("step()")).isEqualTo(2);
    }

    @Test
    void aFailureInAnEarlierCellNamesItsLine() throws Exception {
        value("interface Deed { int done(int n); }");
        value("\nDeed deed;\ndeed = n -> {\n    int zero = n - n;\n    return n / zero;\n};");
        value("int noise = 1;");
        value("noise + 1");
        assertThat(error("deed.done(1)")).isEqualTo("""
                java.lang.ArithmeticException: / by zero
                    at lambda (cell 2, line 5)
                        return n / zero;
                                 ^
                    at cell 5, line 1""");
    }

    @Test
    void aFailureOfAMethodOfItsTimeNamesTheCellOfItsTime() throws Exception {
        value("\n\nint half(int n) {\n    return 1 / n;\n}");
        value("interface Halver { int half(int n); }");
        value("Halver halver;\nhalver = new Halver() { public int half(int n) { return 1 / n; } };");
        value("var first = halver;");
        value("int half(int n) {\n    return 0;\n}");
        value("halver = n -> half(n);");
        assertThat(error("first.half(0)")).contains("half (cell 3, line 2)").contains("at cell 7, line 1");
    }

    @Test
    void cellsReachEachOthersMembersAsWithinAPackage() throws Exception {
        value("class Animal { protected String name = \"cat\"; String sound() { return \"?\"; } protected Animal() { }"
                + " static int count; class Tail { int length = 3; } }");
        value("class Cat extends Animal { String sound() { return name; } protected Object clone() { return this; } }");
        assertThat(value("Animal pet = new Cat(); Animal.count++; pet.name + pet.sound() + pet.new Tail().length"))
                .isEqualTo("catcat3");
        assertThat(value("new Cat().clone() instanceof Cat")).isEqualTo(true);
        assertThat(value("enum Size { S, L }")).isEqualTo("nothing");
        assertThat(value("switch (Size.L) { case S -> 1; case L -> 2; }")).isEqualTo(2);
    }

    @Test
    void sealedClassesMayStandInSeveralCells() throws Exception {
        value("sealed interface Area permits Circle, Square { }\nrecord Circle(int r) implements Area { }\n"
                + "record Square(int a) implements Area { }");
        round(1);
        assertThat(value("Area.class.isSealed() && Area.class.getPermittedSubclasses().length == 2"))
                .isEqualTo(true);
        value("record Circle(int r, int x) implements Area { }");
        assertThat(value("Area area = new Circle(1, 2); area instanceof Circle c ? c.x() : 0"))
                .isEqualTo(2);
        assertThat(value("sealed interface Own { record One() implements Own { } } new Own.One() instanceof Own"))
                .isEqualTo(true);
    }

    @Test
    void aNameThatWasRefusedMayBeDefinedAgain() throws Exception {
        value("class Shape { int sides() { return 3; } }");
        value("class Box extends Shape { }");
        value("int sides(Shape s) { return s.sides(); }");
        for (int i = 4; i < 8; i++) {
            assertThat(error("class Shape { int sides() { return true; } }")).contains("incompatible types");
            value("class Shape { int sides() { return " + i + "; } }");
            assertThat(value("new Box().sides() + sides(new Box())")).isEqualTo(2 * i);
        }
    }

    @Test
    void aClassOfACellIsFoundByItsName() throws Exception {
        value("record Point(int x) implements java.io.Serializable { }");
        assertThat(value("""
                var bytes = new java.io.ByteArrayOutputStream();
                var out = new java.io.ObjectOutputStream(bytes);
                out.writeObject(new Point(7));
                out.flush();
                new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray())).readObject()
                        .equals(new Point(7))""")).isEqualTo(true);
        assertThat(value("Class.forName(Point.class.getName(), true, Thread.currentThread().getContextClassLoader())"
                        + " == Point.class"))
                .isEqualTo(true);
    }

    @Test
    void newCompilersKnowWhatTheOldOnesDid() {
        CellClasses classes = new CellClasses();
        CellThread thread = new CellThread(classes.loader());
        try (JShell shell = JShell.builder()
                .executionEngine(new CellControl(classes, thread), Map.of())
                .build()) {
            shell.eval("class Hen { int eggs = 3; }");
            ShellRecords records = ShellRecords.of(shell).orElseThrow();
            records.renewCompilers();
            SnippetEvent event = shell.eval("int eggs = new Hen().eggs;").get(0);
            assertThat(event.status()).isEqualTo(Snippet.Status.VALID);
            assertThat(records.numbers()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void recordsOfAnotherShapeAreLeftAlone() {
        assertThat(ShellRecords.of("a shell of another JDK")).isEmpty();
    }

    /** Runs in a JVM of its own, which keeps JShell's records closed. */
    static final class Closed {
        public static void main(String[] args) throws CellFailure {
            LeftoversTest test = new LeftoversTest();
            test.round(1);
            test.round(2);
            System.out.print(test.value("v + f(1) + c.y()") + " " + test.evaluator.kept());
            System.exit(0);
        }
    }

    @Test
    void whereTheJvmKeepsTheRecordsClosedCellsRunAsBefore() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Closed.class.getName())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith("12 OptionalInt.empty");
    }
}
