package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import layerwise.data.Filter;
import layerwise.layers.Layers;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analysis works where no engine has a library: a JVM that counts loads no class of an engine and no library of one. */
class NoEngineTest {
    private static final List<String> ENGINE = List.of("ai.djl", "com.sun.jna", "org.bytedeco");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"zoo", "zoo --format json", "summary resnet-152", "summary googlenet --format csv"})
    void countingLoadsNoEngineAndNoLayout(String words) throws Exception {
        var classes = folder.resolve("classes");
        var libraries = folder.resolve("libraries");
        run(
                Main.class,
                Stream.of(words.split(" ")),
                "-Xlog:class+load:file=" + classes,
                "-Xlog:library=info:file=" + libraries);
        assertThat(lines(classes)).anyMatch(line -> line.contains("layerwise.zoo.Zoo"));
        assertThat(lines(classes)).noneMatch(line -> ENGINE.stream().anyMatch(line::contains));
        assertThat(lines(classes)).noneMatch(line -> line.contains("org.eclipse.elk"));
        assertThat(lines(libraries)).noneMatch(line -> line.contains("mxnet") || line.contains("jnidispatch"));
    }

    /** Draws what needs no training. */
    static final class Drawings {
        private Drawings() {}

        /** Draws. */
        public static void main(String[] args) {
            int drawn = ImageWords.xray("googlenet").png().length
                    + ImageWords.stacks().png().length
                    + ImageWords.steps(Layers.maxPool(2), ImageWords.digits(7)).png().length
                    + ImageWords.field("vgg-16", "pool5", ImageWords.pagoda()).png().length
                    + ImageWords.convolve(ImageWords.flower(), Filter.vertical(7))
                            .png()
                            .length;
            System.out.println(drawn + " bytes of " + Zoo.class.getName());
        }
    }

    @Test
    void drawingLoadsNoEngine() throws Exception {
        var classes = folder.resolve("classes");
        run(Drawings.class, Stream.of(), "-Xlog:class+load:file=" + classes);
        assertThat(lines(classes)).anyMatch(line -> line.contains("layerwise.view.XrayDrawing"));
        assertThat(lines(classes)).noneMatch(line -> ENGINE.stream().anyMatch(line::contains));
    }

    private void run(Class<?> main, Stream<String> words, String... logs) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                        Stream.of(java),
                        Stream.of(logs),
                        Stream.of("-cp", System.getProperty("java.class.path"), main.getName()),
                        words)
                .flatMap(each -> each)
                .toList();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "printed"))
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(() -> String.join("\n", lines(folder.resolve("printed"))))
                .isZero();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
