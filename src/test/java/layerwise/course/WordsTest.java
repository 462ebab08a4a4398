package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words that stand in every cell are understood there without an import. */
final class WordsTest {
    private static JShell shell;

    @BeforeAll
    static void openShell() {
        shell = JShell.builder().executionEngine("local").build();
        evaluate(CourseKernel.words());
    }

    @AfterAll
    static void closeShell() {
        shell.close();
    }

    private static String evaluate(String source) {
        String value = "";
        String rest = source;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (var event : shell.eval(next.source())) {
                assertThat(event.status()).as(next.source()).isEqualTo(Snippet.Status.VALID);
                value = event.value() == null ? "" : event.value();
            }
            rest = next.remaining();
        }
        return value;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reconcile(AlexNet.paper(), 62_378_344).reconciliation().found()                            | true
            reconcile(AlexNet.paper(), "630M").reconciliation().found()                                | false
            reconcile(AlexNet.paper(), GoogLeNet.paper(), "12×").reconciliation().found()              | false
            compare(LeNet5.paper(), LeNet5.modern()).lineup().changes().size()                         | 16
            bottleneck(Shape.of(480, 14, 14), conv(48, 5).same(), 16).after().macs()                   | 5268480
            stacked(Shape.of(64, 56, 56), conv(64, 5).noBias()).after().parameters()                   | 73728
            separable(Shape.of(64, 56, 56), conv(64, 3).same().noBias()).after().parameters()          | 4672
            WhatIf.globalPool(Shape.of(1024, 7, 7), 1024).before().parameters()                        | 51380224
            globalPool(Shape.of(1024, 7, 7), 1024).before().parameters()                               | 51380224
            network("mean", Shape.of(8, 4, 4), globalPool()).output().channels()                       | 8
            check("03.1").seed()                                                                       | 0
            check("03.8", formula((maps, filters, kernel) -> (maps * kernel * kernel + 1) * filters))  | "✓ 03.8 is right"
            predict(about("lenet5"), "parameters of C1", "156")                                        | "✓ parameters of C1: 156, as you say"
            progress().scores().isEmpty()                                                              | false
            exercises("03").questions().get(1).id()                                                    | "03.2"
            replay("relu-1").history().epochs().size()                                                 | 15
            replay("relu-1", "relu-2", "relu-3").size()                                                | 3
            study("ReLU", replay("relu-1", "relu-2")).and("tanh", replay("tanh-1", "tanh-2")).study().groups().size() | 2
            gradients(replay("plain-20"), replay("resnet-20")).runs().size()                           | 2
            updates(replay("relu-1")).quantity()                                                       | UPDATES
            deadUnits(replay("relu-fast-1")).runs().size()                                              | 1
            scatter().points().size()                                                                  | 25
            ilsvrc().winners().size()                                                                  | 8
            inception(GoogLeNet.paper()).size()                                                        | 9
            convolve(pagoda(32, 32), Filter.vertical(7)).map().shape().width()                         | 32
            convolve(flower(), Filter.blur(3), conv(1, 3).stride(2)).map().shape().width()             | 79
            steps(conv(1, 3).stride(2), digits(7)).slide().positions().size()                          | 9
            steps(maxPool(2), new double[] {1, 2}, new double[] {3, 4}).slide().output().high()        | 4.0
            steps(subsample(2), digits(7)).slide().ignoredRows().size()                                | 1
            field("vgg-16", "pool5", pagoda()).field().height()                                        | 212
            stacks().stacks().get(1).sees()                                                            | 5
            xray("googlenet").xray().modules().size()                                                  | 9
            featureMaps("lenet5", "C1", pagoda()).maps().shape().channels()                            | 6
            filters("alexnet", "conv1").filters().count()                                              | 96
            lens("lenet5", "S2", 0, 0, flower()).effect().get().shape().height()                       | 32
            byEngine(pagoda(16, 16), Filter.blur(3), conv(1, 3)).shape().width()                       | 14
            """)
    void aCellUnderstandsTheWordsOfTheCourse(String cell, String value) {
        assertThat(evaluate(cell)).isEqualTo(value);
    }

    @Test
    void whatIsSaidOfANetworkIsSaidOfItsId() {
        assertThat(Words.summary("lenet5").text())
                .isEqualTo(Words.summary(LeNet5.paper()).text());
        assertThat(Words.parts("lenet5").text())
                .isEqualTo(Words.parts(LeNet5.paper()).text());
        assertThat(Words.patterns("lenet5").text())
                .isEqualTo(Words.patterns(LeNet5.paper()).text());
        assertThat(Words.diagram("lenet5").text())
                .isEqualTo(Words.diagram(LeNet5.paper()).text());
        assertThat(Words.reconcile("lenet5", 60_000).text())
                .isEqualTo(Words.reconcile(LeNet5.paper(), 60_000).text());
        assertThat(Words.reconcile("lenet5", "60K").text())
                .isEqualTo(Words.reconcile(LeNet5.paper(), "60K").text());
        assertThat(Words.compare("lenet5", "lenet5-modern").text())
                .isEqualTo(Words.compare(LeNet5.paper(), LeNet5.modern()).text());
    }

    @Test
    void aPictureThatIsMadeToFitIsSaidToBe() {
        assertThat(saidBy(() -> ImageWords.field("lenet5", "C1", ImageWords.flower(40, 64))))
                .isEqualTo("flower: its 3×40×64 is read as 1×32×32, in grey, as LeNet-5 reads pictures\n");
        assertThat(saidBy(() -> ImageWords.field("vgg-16", "conv1_1", ImageWords.flower(224, 224))))
                .isEmpty();
    }

    private static String saidBy(Runnable work) {
        var before = System.out;
        var said = new java.io.ByteArrayOutputStream();
        System.setOut(new java.io.PrintStream(said, true, java.nio.charset.StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return said.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
