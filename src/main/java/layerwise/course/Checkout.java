package layerwise.course;

import java.nio.file.Path;
import java.util.List;

/** The folder that Layerwise was cloned to; the launcher names it in the property {@code layerwise.home}. */
record Checkout(Path root) {

    /** {@return the checkout of the launcher that started this process, else the current folder} */
    static Checkout here() {
        return new Checkout(Path.of(System.getProperty("layerwise.home", "")).toAbsolutePath());
    }

    /** {@return the command line by which Jupyter starts our kernel} */
    List<String> kernelCommand() {
        return List.of(root.resolve("layerwise").toString(), "kernel", "start", "{connection_file}");
    }

    /** {@return the Jupyter folder of this checkout, so that a run leaves a user's own alone} */
    JupyterFolder jupyter() {
        return new JupyterFolder(root.resolve("target").resolve("jupyter"));
    }
}
