package layerwise.course;

import java.io.IOException;
import java.util.function.Supplier;
import layerwise.data.DataFolder;
import layerwise.data.Datasets;
import layerwise.data.Split;
import layerwise.network.Network;
import layerwise.train.Progress;
import layerwise.train.Recipe;
import layerwise.train.RunRecord;
import layerwise.train.Training;

/**
 * A training whose record is kept in {@code data/runs}, with all that is needed to make it again.
 *
 * @param name of the record and its file
 * @param about what it shows
 * @param network what is trained
 * @param recipe how
 * @param images on what
 * @param measured whether every layer is measured in every epoch
 */
record Recording(String name, String about, Supplier<Network> network, Recipe recipe, Images images, boolean measured) {

    /** What a recording is trained on. */
    enum Images {
        /** The ten thousand test digits of MNIST: learned from the first 8,000, tested on the others. */
        REAL_DIGITS,
        /** Drawn figures, 4,000 to learn from and 1,000 to test on. */
        SHAPES;

        private Split split(Network network) throws IOException {
            if (this == SHAPES) {
                return Datasets.lesson("shapes", 4_000, 1_000);
            }
            return Datasets.located(network.input())
                    .orElseThrow(
                            () -> new IOException(DataFolder.VARIABLE + ": expected a folder with the test digits of"
                                    + " MNIST, got no digits; name the folder of t10k-images-idx3-ubyte"))
                    .split(8_000);
        }
    }

    /**
     * {@return the record of the training, which is run now}
     *
     * @throws IOException if its images are not here
     */
    RunRecord make(Progress progress) throws IOException {
        var trained = network.get();
        var training = Training.of(trained, recipe, images.split(trained)).heardBy(progress);
        return (measured ? training.measured() : training).run().record().brief();
    }
}
