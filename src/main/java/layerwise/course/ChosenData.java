package layerwise.course;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import layerwise.data.Datasets;
import layerwise.data.Split;
import layerwise.layers.Shape;
import picocli.CommandLine.Option;

/** Images named on the command line. */
final class ChosenData {

    @Option(
            names = "--data",
            paramLabel = "NAME|FOLDER",
            description = "mnist, fashion-mnist, kmnist, cifar-10 or cifar-100 (downloaded once), digits or shapes"
                    + " (drawn); or a folder of IDX files, CIFAR files, or images in a folder a class. Without it"
                    + " LAYERWISE_DATA, else drawn digits.")
    private Optional<String> data = Optional.empty();

    @Option(names = "--train", paramLabel = "N", description = "Images to learn from: the first N.")
    private Optional<Integer> train = Optional.empty();

    /**
     * {@return the images for a network that reads {@code input}}
     *
     * @param err hears of downloads
     * @throws IOException if they are not here and cannot be downloaded, or cannot be read
     */
    Split split(Shape input, PrintWriter err) throws IOException {
        if (data.isEmpty()) {
            var here = Datasets.located(input);
            if (here.isPresent()) {
                return train.map(here.get()::split).orElseGet(here.get()::split);
            }
        }
        return Datasets.open(data.orElse("digits"), input, train, new DownloadLine(err));
    }
}
