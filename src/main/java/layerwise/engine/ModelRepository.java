package layerwise.engine;

import ai.djl.Application;
import ai.djl.repository.Artifact;
import ai.djl.repository.MRL;
import ai.djl.repository.RemoteRepository;
import ai.djl.repository.Repository;
import ai.djl.repository.zoo.ModelZoo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Networks with weights that others have trained on ImageNet: DJL's model zoo for MXNet, or another repository of its form.
 *
 * <p>A model is downloaded once, verified by its SHA-1, and kept in DJL's cache.
 */
public final class ModelRepository {
    private static final String GROUP = "ai.djl.mxnet";
    private static final String VERSION = "0.0.1";
    private static final String GRAPH = "-symbol.json";

    private final String address;

    private ModelRepository(String address) {
        this.address = address;
    }

    /** {@return DJL's own, or that which the variable {@code DJL_REPO_URL} names} */
    public static ModelRepository djl() {
        return of(ModelZoo.DJL_REPO_URL.toString());
    }

    /** {@return the one at an address, a folder or a URL} */
    public static ModelRepository of(String address) {
        return new ModelRepository(address);
    }

    /**
     * {@return a model that sorts images into classes}
     *
     * @param artifact its family: alexnet, vgg, resnet, mobilenet, squeezenet, densenet, …
     * @param which of the family, by the words of the zoo: {@code layers → 50, dataset → imagenet}
     * @throws IOException if it is not in the cache and cannot be had; the message says what to do offline
     */
    public MxnetModel model(String artifact, Map<String, String> which) throws IOException {
        Path folder;
        try {
            folder = fetched(artifact, which);
        } catch (IOException e) {
            throw new IOException(
                    artifact + " " + which + " of " + address + " could not be fetched (" + reason(e)
                            + "); it is needed once and then kept in " + Engines.cache()
                            + ": try again with a network, or put NAME" + GRAPH
                            + " and NAME-0000.params into a folder and"
                            + " use MxnetModel.read",
                    e);
        }
        return MxnetModel.read(folder, name(folder));
    }

    private Path fetched(String artifact, Map<String, String> which) throws IOException {
        Engines.quiet();
        var repository = address.matches("https?:.*")
                ? new RemoteRepository("models", URI.create(address))
                : Repository.newInstance("models", address);
        MRL place = repository.model(Application.CV.IMAGE_CLASSIFICATION, GROUP, artifact, VERSION);
        Artifact found;
        try {
            found = place.match(which);
        } catch (RuntimeException e) {
            throw new IOException("it has no such model", e); // which DJL does not expect
        }
        if (found == null) {
            throw new IOException("it has no such model");
        }
        place.prepare(found);
        return repository.getResourceDirectory(found);
    }

    private static String name(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(GRAPH))
                    .map(file -> file.substring(0, file.length() - GRAPH.length()))
                    .findFirst()
                    .orElseThrow(() -> new IOException(folder + ": expected a graph of MXNet, NAME" + GRAPH
                            + ", got none; delete the folder and try" + " again"));
        }
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : kind + ": " + e.getMessage();
    }
}
