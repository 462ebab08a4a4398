package layerwise.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import layerwise.engine.BlockLearner;
import layerwise.engine.NetworkBlock;
import layerwise.engine.Parallel;
import layerwise.engine.SymbolLearner;

/** A process that trains and says how far it is, to be killed by {@link KillIT}; it goes on from its file if there is one. */
final class Victim {
    static final int EPOCHS = 25;

    private Victim() {}

    /** Trains, saving to the file that is named, by the path that is named: {@code blocks}, {@code graph}, {@code replicas}. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        var training = training(file, args[1]).heardBy(new Progress() {
            @Override
            public void step(Step step) {
                if (step.images() <= Nets.quick().batch()) {
                    System.out.println("begun " + step.epoch());
                }
            }

            @Override
            public void epoch(History history, Supplier<Classifier> classifier) {
                System.out.println("saved " + history.last().number());
            }
        });
        training.run(opening(args[1]));
        System.out.println("done");
    }

    private static TrainingLoop.Opening opening(String path) {
        return path.equals("blocks")
                ? (network, weights, learning, parallel) ->
                        new BlockLearner(new NetworkBlock(network), weights, learning)
                : SymbolLearner::new;
    }

    private static Training training(Path file, String path) throws IOException {
        if (Files.exists(file)) {
            return Training.resumed(Nets.small(), Nets.FEW, file, said -> System.out.println("damaged " + said));
        }
        var parallel = new Parallel(path.equals("replicas") ? 2 : 1, 1);
        return Training.of(Nets.small(), Nets.quick().epochs(EPOCHS), Nets.FEW)
                .spread(parallel)
                .saving(file);
    }
}
