package layerwise.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Task;

/**
 * A process that trains for long and prints, every thousand steps, its resident and its live heap kilobytes; with no
 * replicas it opens a network, asks it and closes it again for each step, and with −2 as many fail in the midst of one.
 */
final class Endurance {
    private static final int BATCH = 32;
    private static final int LAST = 7; // images of every tenth batch
    private static final int EVERY = 1_000;

    private Endurance() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        var network = LeNet5.unpadded(Task.of(1, 28, 10));
        float[] images = NetworkBlockTest.images(network, BATCH);
        float[] labels = new float[BATCH];
        int steps = Integer.parseInt(words[0]);
        int replicas = Integer.parseInt(words[1]);
        if (replicas <= 0) {
            openAndClose(network, images, steps, replicas < 0);
            System.exit(0); // the engine's threads live on
        }
        var learning = Learning.of(Criterion.CROSS_ENTROPY, 0.9, 0.0001);
        var parallel = new Parallel(replicas, 1);
        try (var learner = new SymbolLearner(network, SymbolLearnerTest.weights(network), learning, parallel)) {
            for (int step = 1; step <= steps; step++) {
                int count = step % 10 == 0 ? LAST : BATCH;
                learner.step(images, labels, count, 0.001 + 1e-6 * (step % 100)).outputs();
                if (step % 100 == 0) {
                    learner.outputs(images, BATCH);
                    learner.weights();
                    learner.state();
                }
                if (step % EVERY == 0) {
                    System.out.println(resident() + " " + heap());
                }
            }
        }
        System.exit(0); // the engine's threads live on
    }

    private static void openAndClose(Network network, float[] images, int steps, boolean failing)
            throws IOException, InterruptedException {
        var weights = SymbolLearnerTest.weights(network);
        for (int step = 1; step <= steps; step++) {
            if (failing) {
                fail(network, weights, images);
            } else {
                ask(network, weights, images);
            }
            if (step % EVERY == 0) {
                System.out.println(resident() + " " + heap());
            }
        }
    }

    private static void ask(Network network, Weights weights, float[] images) {
        try (var answers = Learners.answers(network, weights)) {
            answers.outputs(images, BATCH);
            answers.outputs(images, LAST);
        }
    }

    /** The second replica is short of images when the first has begun. */
    private static void fail(Network network, Weights weights, float[] images) {
        var parallel = new Parallel(2, 1);
        try (var learner =
                new SymbolLearner(network, weights, Learning.of(Criterion.CROSS_ENTROPY, 0.9, 0), parallel)) {
            learner.step(images, new float[BATCH], BATCH, 0.01);
            learner.step(Arrays.copyOf(images, images.length / 2), new float[BATCH], BATCH, 0.01);
            throw new AssertionError("a step without images has not failed");
        } catch (IndexOutOfBoundsException e) {
            // as it should
        }
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long heap() throws InterruptedException {
        System.gc();
        Thread.sleep(50); // JNA's own thread frees what was collected
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }
}
