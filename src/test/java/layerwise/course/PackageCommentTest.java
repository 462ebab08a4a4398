package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import layerwise.Cells;
import layerwise.train.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tutorials in the packages' comments are run, and what they print stands behind them. */
class PackageCommentTest {
    private static final Pattern SNIPPET = Pattern.compile("(?s)<pre>\\{@code\\n(.*?)\\n \\* }</pre>");

    @ParameterizedTest
    @ValueSource(strings = {"analysis", "zoo"})
    void everyAnswerIsTheOneThatStandsBehindIt(String name) throws IOException {
        var comment = Files.readString(Path.of("src/main/java/layerwise", name, "package-info.java"));
        var source = SNIPPET.matcher(comment)
                .results()
                .map(match -> match.group(1).replaceAll("(?m)^ \\* ?", ""))
                .collect(Collectors.joining("\n"));
        try (var cells = new Cells(CourseKernel.words())) {
            var answers = cells.answers(source);
            assertThat(answers).hasSize(source.split("; +// → ", -1).length - 1).hasSizeGreaterThan(5);
            assertThat(answers)
                    .allSatisfy(each ->
                            assertThat(each.computed()).as(each.source()).isEqualTo(each.written()));
        }
    }

    @Test
    void theExampleOfTrainingTrains(@TempDir Path folder) throws IOException {
        var comment = Files.readString(Path.of("src/main/java/layerwise/train/package-info.java"));
        var source = SNIPPET.matcher(comment)
                .results()
                .map(match -> match.group(1).replaceAll("(?m)^ \\* ?", ""))
                .collect(Collectors.joining("\n"));
        try (var cells = new Cells(CourseKernel.words())) {
            cells.run("var digits = drawnDigits(200, 50);\n"
                    + "var file = java.nio.file.Path.of(\"" + folder.resolve("net") + "\");\n"
                    + "var json = java.nio.file.Path.of(\"" + folder.resolve("run.json") + "\");\n"
                    + source);
        }
        assertThat(RunRecord.read(folder.resolve("run.json")).network().name()).isEqualTo("LeNet-5 (modern)");
        assertThat(folder.resolve("net")).exists();
    }
}
