package layerwise.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A process that trains and says how far it is, to be killed by {@link KillIT}; it goes on from its file if there is one. */
final class Victim {
    static final int EPOCHS = 25;

    private Victim() {}

    /** Trains, saving to the file that is named. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        training(file)
                .heardBy(new Progress() {
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
                })
                .run();
        System.out.println("done");
    }

    private static Training training(Path file) throws IOException {
        if (Files.exists(file)) {
            return Training.resumed(Nets.small(), Nets.FEW, file, said -> System.out.println("damaged " + said));
        }
        return Training.of(Nets.small(), Nets.quick().epochs(EPOCHS), Nets.FEW).saving(file);
    }
}
