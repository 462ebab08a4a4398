package layerwise.course;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.train.Interruption;
import layerwise.train.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InterruptionWordsTest {
    private static final Network NETWORK = network(
            "quick", Shape.of(1, 28, 28), averagePool(7), flatten(), dense(10).as("out"));
    private static final Recipe ENDLESS = Recipe.of(NETWORK).epochs(1_000_000).batch(20);

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(before);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Interruption stopped() {
        var interruption = catchThrowableOfType(
                Interruption.class, () -> TrainingWords.train(NETWORK, ENDLESS, Words.drawnDigits(40, 20)));
        assertThat(Thread.interrupted()).isTrue();
        return interruption;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(1)
    void withoutAWholeEpochThereIsNoRun() {
        Thread.currentThread().interrupt();
        stopped();
        assertThat(said()).endsWith("stopped in epoch 1; no epoch was whole, so that there is no run\n");
        assertThatIllegalStateException()
                .isThrownBy(InterruptionWords::interrupted)
                .withMessage(
                        "interrupted: expected a training that was stopped after a whole epoch, got none; a training"
                                + " that ends by itself is what train(…) returns");
    }

    @Test
    @Order(2)
    void aStoppedTrainingIsKeptUpToItsLastWholeEpoch() {
        var learner = Thread.currentThread();
        var reader = new Thread(() -> {
            while (!said().contains("epoch 1 of")) {
                Thread.onSpinWait();
            }
            sleep(2_000); // an epoch has two steps of twenty images
            learner.interrupt();
        });
        reader.setDaemon(true);
        reader.start();
        var interruption = stopped();
        var run = InterruptionWords.interrupted();
        assertThat(interruption.run()).contains(run);
        int whole = interruption.epoch() - 1;
        assertThat(run.history().epochs()).hasSize(whole);
        assertThat(said())
                .containsPattern(
                        "stopped in epoch " + interruption.epoch() + Pattern.quote("; interrupted() is the run of the ")
                                + (whole == 1 ? "whole epoch" : whole + " whole epochs") + " before it\n$");
    }

    @Test
    @Order(3)
    void aTrainingThatIsStoppedAtOnceLeavesTheRunOfTheOneBefore() {
        var run = InterruptionWords.interrupted();
        Thread.currentThread().interrupt();
        assertThat(catchThrowable(() -> TrainingWords.measured(NETWORK, ENDLESS, Words.drawnDigits(40, 20))))
                .isInstanceOf(Interruption.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(InterruptionWords.interrupted()).isSameAs(run);
    }
}
