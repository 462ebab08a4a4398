package layerwise.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import layerwise.data.Dataset;
import layerwise.data.Split;
import layerwise.engine.Criterion;
import layerwise.engine.Learners;
import layerwise.engine.Learning;
import layerwise.engine.Parallel;
import layerwise.engine.Trial;
import layerwise.layers.Parameter;
import layerwise.layers.Step;
import layerwise.network.Network;
import layerwise.train.Classifier;
import layerwise.train.History;
import layerwise.train.Progress;
import layerwise.train.Recipe;
import layerwise.train.Training;
import layerwise.zoo.CifarResNet;
import layerwise.zoo.FashionCnn;
import layerwise.zoo.LeNet5;
import layerwise.zoo.MobileNet;
import layerwise.zoo.Task;

/**
 * One measurement of {@code training.sh}: {@code ours|djl step|all NETWORK BATCH IMAGES [REPLICAS THREADS]}; without the
 * last two a {@link Trial} chooses.
 *
 * <p>Prints images a second and processor microseconds an image, over IMAGES images after as many to warm up. {@code step}
 * learns from the same batch again and again; {@code all} is an epoch over a dataset of bytes, shuffled.
 */
public final class Race {
    private static final long SEED = 7;
    private static final int CLASSES = 10;
    private static final double RATE = 0.01;
    private static final double MOMENTUM = 0.9;
    private static final double DECAY = 0.0001;

    private final Network network;
    private final int batch;
    private final int images;

    private String spread = "as the engine likes";

    private Race(Network network, int batch, int images) {
        this.network = network;
        this.batch = batch;
        this.images = images;
    }

    /** Runs one measurement. */
    public static void main(String[] words) throws Exception {
        var network = network(words[2]);
        var race = new Race(network, Integer.parseInt(words[3]), Integer.parseInt(words[4]));
        Supplier<Parallel> parallel = () -> words.length > 6
                ? new Parallel(Integer.parseInt(words[5]), Integer.parseInt(words[6]))
                : Trial.fastest(network, race.weights(), race.learning(), race.batch);
        Supplier<Stopwatch> work = switch (words[0] + " " + words[1]) {
            case "ours step" -> () -> race.step(parallel.get());
            case "ours all" -> () -> race.all(parallel.get());
            case "djl step" -> () -> StockDjl.step(words[2], race.pixels(race.batch), race.batch, race.images);
            case "djl all" -> () -> StockDjl.all(words[2], race.floats(), race.labels(race.images), race.batch);
            default ->
                throw new IllegalArgumentException(
                        "expected ours or djl, and step or all, got " + words[0] + " " + words[1]);
        };
        System.out.println(work.get().per(race.images) + " " + race.spread);
        System.exit(0); // the engine's threads live on
    }

    private static Network network(String name) {
        return switch (name) {
            case "lenet5" -> LeNet5.unpadded(Task.of(1, 28, CLASSES));
            case "cnn" -> FashionCnn.book();
            case "resnet20" -> CifarResNet.residual(20, Task.of(3, 32, CLASSES));
            case "mobilenet" -> MobileNet.width(0.25, Task.of(3, 32, CLASSES));
            default -> throw new IllegalArgumentException("expected lenet5, cnn, resnet20 or mobilenet, got " + name);
        };
    }

    private Learning learning() {
        return Learning.of(Criterion.of(network), MOMENTUM, DECAY);
    }

    private Stopwatch step(Parallel parallel) {
        spread = parallel.toString();
        float[] x = pixels(batch);
        float[] y = new float[batch];
        int[] labels = labels(batch);
        for (int i = 0; i < batch; i++) {
            y[i] = labels[i];
        }
        try (var learner = Learners.open(network, weights(), learning(), parallel)) {
            var watch = new Stopwatch();
            for (int round = 0; round < 2; round++) {
                watch.start();
                for (int done = 0; done < images; done += batch) {
                    learner.step(x, y, batch, RATE);
                }
                learner.state(); // when all is done
                watch.stop();
            }
            return watch;
        }
    }

    private layerwise.engine.Weights weights() {
        var random = new SplittableRandom(SEED);
        var values = new java.util.LinkedHashMap<String, float[]>();
        for (Step step : network.steps()) {
            for (Parameter parameter : step.layer().parameters(step.input())) {
                double deviation = Math.sqrt(2.0 * parameter.sides().get(0) / parameter.size());
                var numbers = new float[(int) parameter.size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = switch (parameter.role()) {
                        case WEIGHT -> (float) (deviation * random.nextGaussian());
                        case SCALE, VARIANCE -> 1;
                        default -> 0;
                    };
                }
                values.put(layerwise.engine.Weights.name(step, parameter), numbers);
            }
        }
        return new layerwise.engine.Weights(values);
    }

    private Stopwatch all(Parallel parallel) {
        spread = parallel.toString();
        var recipe = Recipe.of(network)
                .epochs(2)
                .batch(batch)
                .rate(RATE)
                .momentum(MOMENTUM)
                .decay(DECAY);
        var watch = new Stopwatch();
        var progress = new Progress() {
            @Override
            public void step(Step step) {
                if (step.images() <= batch && step.epoch() == 2) {
                    watch.start();
                } else if (step.images() == step.of()) {
                    watch.stop();
                }
            }

            @Override
            public void epoch(History history, Supplier<Classifier> classifier) {}
        };
        Training.of(network, recipe, new Split(dataset(images + batch), dataset(batch)))
                .spread(parallel)
                .heardBy(progress)
                .run();
        return watch;
    }

    private Dataset dataset(int size) {
        var bytes = new byte[Math.toIntExact(size * network.input().size())];
        new java.util.Random(SEED).nextBytes(bytes);
        var names = IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList();
        return Dataset.of("noise", network.input(), List.copyOf(names), labels(size), bytes);
    }

    private int[] labels(int size) {
        var random = new SplittableRandom(SEED);
        return IntStream.range(0, size).map(i -> random.nextInt(CLASSES)).toArray();
    }

    private float[] pixels(int size) {
        var random = new SplittableRandom(SEED);
        var pixels = new float[Math.toIntExact(size * network.input().size())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble();
        }
        return pixels;
    }

    private float[] floats() {
        return pixels(images);
    }

    /** Time that passed and time that processors worked, of the last start and stop. */
    static final class Stopwatch {
        private final com.sun.management.OperatingSystemMXBean system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        private long begun;
        private long worked;
        private double seconds;
        private double work;

        void start() {
            begun = System.nanoTime();
            worked = system.getProcessCpuTime();
        }

        void stop() {
            seconds = (System.nanoTime() - begun) / 1e9;
            work = (system.getProcessCpuTime() - worked) / 1e9;
        }

        String per(int images) {
            return String.format(Locale.ROOT, "%.1f %.1f", images / seconds, work / images * 1e6);
        }
    }
}
