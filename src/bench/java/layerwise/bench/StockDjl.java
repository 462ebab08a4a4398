package layerwise.bench;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;

/** The networks of the race as one writes them with DJL alone, trained as its documentation shows. */
final class StockDjl {
    private static final int CLASSES = 10;

    private StockDjl() {}

    /** {@code EasyTrain.fit} over an {@code ArrayDataset}, one epoch to warm up and one that counts. */
    static Race.Stopwatch all(String name, float[] pixels, int[] labels, int batch) {
        try (var model = model(name);
                var trainer = trainer(model, batch, name)) {
            var manager = trainer.getManager();
            var shape = shape(name, labels.length);
            var dataset = new ArrayDataset.Builder()
                    .setData(manager.create(pixels, shape))
                    .optLabels(manager.create(labels))
                    .setSampling(batch, true)
                    .build();
            var watch = new Race.Stopwatch();
            for (int round = 0; round < 2; round++) {
                watch.start();
                EasyTrain.fit(trainer, 1, dataset, null);
                watch.stop();
            }
            return watch;
        } catch (java.io.IOException | ai.djl.translate.TranslateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The loop of its documentation on one batch that stays. */
    static Race.Stopwatch step(String name, float[] pixels, int batch, int images) {
        try (var model = model(name);
                var trainer = trainer(model, batch, name)) {
            var manager = trainer.getManager();
            var x = manager.create(pixels, shape(name, batch));
            var y = manager.zeros(new Shape(batch));
            var watch = new Race.Stopwatch();
            for (int round = 0; round < 2; round++) {
                watch.start();
                for (int done = 0; done < images; done += batch) {
                    step(trainer, manager, new NDList(x), new NDList(y));
                }
                model.getBlock().getParameters().valueAt(0).getArray().toFloatArray();
                watch.stop();
            }
            return watch;
        }
    }

    private static void step(Trainer trainer, NDManager manager, NDList x, NDList y) {
        try (var scope = manager.newSubManager()) {
            var images = x.singletonOrThrow().duplicate();
            images.attach(scope); // as a batch's are: what is computed from them goes with them
            try (var gradients = trainer.newGradientCollector()) {
                var output = trainer.forward(new NDList(images));
                gradients.backward(trainer.getLoss().evaluate(y, output));
            }
            trainer.step();
        }
    }

    private static Model model(String name) {
        System.setProperty("OPT_OUT_TRACKING", "true"); // all else as it comes
        var model = Model.newInstance(name);
        model.setBlock(
                switch (name) {
                    case "lenet5" -> lenet5();
                    case "cnn" -> cnn();
                    case "resnet20" -> resnet20();
                    default -> mobilenet();
                });
        return model;
    }

    private static Trainer trainer(Model model, int batch, String name) {
        var config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .addEvaluator(new Accuracy())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(0.01f))
                        .optMomentum(0.9f)
                        .optWeightDecays(0.0001f)
                        .build())
                .optDevices(new Device[] {Device.cpu()});
        var trainer = model.newTrainer(config);
        trainer.initialize(shape(name, batch));
        return trainer;
    }

    private static Shape shape(String name, int size) {
        boolean grey = name.equals("lenet5") || name.equals("cnn");
        return grey ? new Shape(size, 1, 28, 28) : new Shape(size, 3, 32, 32);
    }

    private static Block conv(int filters, int kernel, int stride, int padding, int groups, boolean bias) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(padding, padding))
                .optGroups(groups)
                .optBias(bias)
                .build();
    }

    private static Block dense(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static SequentialBlock lenet5() {
        return new SequentialBlock()
                .add(conv(6, 5, 1, 0, 1, true))
                .add(Activation::tanh)
                .add(Pool.avgPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(conv(16, 5, 1, 0, 1, true))
                .add(Activation::tanh)
                .add(Pool.avgPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock())
                .add(dense(120))
                .add(Activation::tanh)
                .add(dense(84))
                .add(Activation::tanh)
                .add(dense(CLASSES));
    }

    private static SequentialBlock cnn() {
        var block = new SequentialBlock().add(conv(64, 7, 1, 3, 1, true)).add(Activation::relu);
        for (int filters : new int[] {128, 256}) {
            block.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                    .add(conv(filters, 3, 1, 1, 1, true))
                    .add(Activation::relu)
                    .add(conv(filters, 3, 1, 1, 1, true))
                    .add(Activation::relu);
        }
        block.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2))).add(Blocks.batchFlattenBlock());
        for (int units : new int[] {128, 64}) {
            block.add(dense(units))
                    .add(Activation::relu)
                    .add(Dropout.builder().optRate(0.5f).build());
        }
        return block.add(dense(CLASSES));
    }

    private static Block normed(int filters, int kernel, int stride, int groups) {
        return new SequentialBlock()
                .add(conv(filters, kernel, stride, kernel / 2, groups, false))
                .add(BatchNorm.builder().build());
    }

    private static SequentialBlock resnet20() {
        var block = new SequentialBlock().add(normed(16, 3, 1, 1)).add(Activation::relu);
        int maps = 16;
        for (int filters : new int[] {16, 32, 64}) {
            for (int unit = 0; unit < 3; unit++) {
                block.add(unit(maps, filters, filters == maps ? 1 : 2)).add(Activation::relu);
                maps = filters;
            }
        }
        return block.add(Pool.globalAvgPool2dBlock()).add(dense(CLASSES));
    }

    private static Block unit(int maps, int filters, int stride) {
        var branch = new SequentialBlock()
                .add(normed(filters, 3, stride, 1))
                .add(Activation::relu)
                .add(normed(filters, 3, 1, 1));
        var shortcut = maps == filters ? Blocks.identityBlock() : normed(filters, 1, stride, 1);
        return new ParallelBlock(
                outputs -> new NDList(NDArrays.add(
                        outputs.get(0).singletonOrThrow(), outputs.get(1).singletonOrThrow())),
                List.of(branch, shortcut));
    }

    private static SequentialBlock mobilenet() {
        int[][] rows = {
            {1, 16}, {2, 32}, {1, 32}, {2, 64}, {1, 64}, {2, 128}, {1, 128}, {1, 128}, {1, 128}, {1, 128}, {1, 128},
            {2, 256}, {1, 256}
        };
        var block = new SequentialBlock().add(normed(8, 3, 2, 1)).add(Activation::relu);
        int maps = 8;
        for (int[] row : rows) {
            block.add(normed(maps, 3, row[0], maps))
                    .add(Activation::relu)
                    .add(normed(row[1], 1, 1, 1))
                    .add(Activation::relu);
            maps = row[1];
        }
        return block.add(Pool.globalAvgPool2dBlock()).add(dense(CLASSES));
    }
}
