package layerwise.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import layerwise.engine.MxnetModel;

/** Writes trained networks for MXNet's own tools; {@link MxnetModel} reads what they wrote. */
public final class MxnetFiles {
    private MxnetFiles() {}

    /**
     * Writes {@code NAME-symbol.json} and {@code NAME-0000.params} into {@code folder}, each whole or not at all.
     *
     * <p>The images are prepared by whoever runs them, as {@link Classifier#preparation} says.
     *
     * @throws IOException if they cannot be written
     */
    public static void save(Classifier classifier, Path folder, String name) throws IOException {
        var model = MxnetModel.of(classifier.network(), classifier.weights());
        AtomicFile.write(folder.resolve(name + "-0000.params"), model::writeParams);
        AtomicFile.write(
                folder.resolve(name + "-symbol.json"),
                out -> out.write(model.symbol().getBytes(StandardCharsets.UTF_8)));
    }
}
