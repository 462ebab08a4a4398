package layerwise.course;

import java.nio.file.Path;
import java.util.List;
import layerwise.kernel.Kernelspec;

/** The folder that Layerwise was cloned to; the launcher names it in the property {@code layerwise.home}. */
record Checkout(Path root) {

    /** {@return the checkout of the launcher that started this process, else the current folder} */
    static Checkout here() {
        return new Checkout(Path.of(System.getProperty("layerwise.home", "")).toAbsolutePath());
    }

    /** {@return the command line by which Jupyter starts our kernel} */
    List<String> kernelCommand() {
        return List.of(root.resolve("layerwise").toString(), "kernel", "start", Kernelspec.CONNECTION_FILE);
    }

    /** {@return the Jupyter data folder of this checkout, so that a run leaves a user's own alone} */
    Path jupyter() {
        return root.resolve("target").resolve("jupyter");
    }

    /** {@return what Jupyter is told of our kernel; by another name than java its menu shows that too} */
    Kernelspec kernelspec(String name) {
        String shown = name.equals("java") ? "Java (Layerwise)" : "Java (Layerwise, " + name + ")";
        return Kernelspec.of(name, shown, kernelCommand());
    }
}
