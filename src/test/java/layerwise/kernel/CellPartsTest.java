package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellPartsTest {
    private static final Set<String> VARIABLES = Set.of("ready", "b", "list");

    private static List<String> parts(String source) {
        CellParts parts = new CellParts(source, VARIABLES::contains);
        List<String> all = new ArrayList<>();
        for (var part = parts.next(); part.isPresent(); part = parts.next()) {
            String text = part.get().text().strip();
            all.add(part.get().kind()
                    + (part.get().name().isEmpty() ? " " : " " + part.get().name() + " ")
                    + text);
        }
        return all;
    }

    @Test
    void aLineOfPercentOrExclamationMarkIsAPart() {
        assertThat(parts("%maven a:b:1\nint x = 1;\n%time f(x)\n!ls -l | wc\nx"))
                .containsExactly(
                        "MAGIC maven a:b:1", "JAVA int x = 1;", "MAGIC time f(x)", "COMMAND ls -l | wc", "JAVA x");
        assertThat(parts("  %mem  \n\n")).containsExactly("MAGIC mem ");
        assertThat(parts("f()\n%time g()")).containsExactly("JAVA f()", "MAGIC time g()");
    }

    @Test
    void javaKeepsItsLinesAndColumns() {
        CellParts parts = new CellParts("%mem\nint x;\n%mem\n  x", VARIABLES::contains);
        parts.next();
        assertThat(parts.next().orElseThrow().text()).isEqualTo("    \nint x;\n    \n   ");
        parts.next();
        assertThat(parts.next().orElseThrow().text()).isEqualTo("    \n      \n    \n  x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int y = a\n  % b;",
                "int y = a\n%b;",
                "int y = a %\n%c;",
                "f(a,\n%time\n)",
                "String s = \"\"\"\n%time x\n!ls\n\"\"\";",
                "String s = \"\"\"\n\\\"\"\"\n%time x\n\"\"\";",
                "/* a\n%time x\n!ls */ int i;",
                "int[] a = {\n!ready\n};",
                "boolean c = a\n!= b;",
                "!ready",
                "!list.isEmpty()",
                "!ready && f()",
                "!f(3)",
                "!(ready)",
                "!Files.exists(p)",
                "!true",
                "char c = '\"';\nString s = \"%time\";",
                "// it's\nint i = 5 % 3;",
            })
    void javaIsLeftAsItIs(String source) {
        assertThat(parts(source)).containsExactly("JAVA " + source.strip());
        assertThat(CellParts.java(source, VARIABLES::contains)).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!ls", "! ls -l", "!python3 --version", "!ready-to-go.sh", "!echo (a)", "!./x.sh", "!a/b c"})
    void aCommandIsACommand(String source) {
        assertThat(parts(source)).hasSize(1).first().asString().startsWith("COMMAND ");
    }

    @Test
    void forQuestionsOfJavaTheOtherLinesAreBlank() {
        assertThat(CellParts.java("%mem\nint x;\n!ls\nx", VARIABLES::contains)).isEqualTo("    \nint x;\n   \nx");
    }
}
