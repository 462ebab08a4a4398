package layerwise.course;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import layerwise.kernel.Kernelspec;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells Jupyter of our kernel; Jupyter then starts it by {@code layerwise kernel start}. */
@Command(
        name = "kernel",
        mixinStandardHelpOptions = true,
        description = "Installs the Java kernel for Jupyter.",
        synopsisSubcommandLabel = "install|uninstall")
final class KernelCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Which kernel, and where. */
    static final class Target {
        @Option(
                names = "--name",
                defaultValue = "java",
                paramLabel = "NAME",
                description = "What notebooks call the kernel; java is what the chapters ask for.")
        private String name;

        @ArgGroup
        private Place place = new Place();

        private Path kernels() {
            if (place.systemPrefix) {
                return Kernelspec.kernelsOf(Kernelspec.jupyterPrefix()
                        .orElseThrow(() -> new IllegalStateException("--sys-prefix: no environment is active and no"
                                + " jupyter is on PATH; name the environment's folder with --prefix")));
            }
            return place.prefix.map(Kernelspec::kernelsOf).orElseGet(Kernelspec::userKernels);
        }
    }

    /** One of three. */
    static final class Place {
        @Option(names = "--user", description = "In your Jupyter data folder; so it is without a word.")
        private boolean user;

        @Option(names = "--prefix", paramLabel = "FOLDER", description = "In FOLDER/share/jupyter/kernels.")
        private Optional<Path> prefix = Optional.empty();

        @Option(names = "--sys-prefix", description = "In the environment that Jupyter runs from (conda, venv).")
        private boolean systemPrefix;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = "Tells Jupyter of the kernel, and makes the archive of classes that it starts from.")
    void install(@Mixin Target target) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = install(target.name, target.kernels(), out::println);
        out.println("kernel " + target.name + " installed: " + folder);
        out.flush();
    }

    @Command(name = "uninstall", mixinStandardHelpOptions = true, description = "Takes the kernel away again.")
    void uninstall(@Mixin Target target) throws IOException {
        var found = Kernelspec.in(target.kernels()).stream()
                .filter(each -> each.name().equals(target.name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no kernel " + target.name + " in "
                        + target.kernels() + "; " + elsewhere(target.name)));
        if (!found.command().contains("start") || !isJava(found)) {
            throw new IllegalArgumentException("the kernel " + target.name + " in " + found.folder() + " is \""
                    + found.displayName() + "\", not ours; delete that folder to take it away");
        }
        found.uninstall();
        spec.commandLine().getOut().println("kernel " + target.name + " removed: " + found.folder());
        spec.commandLine().getOut().flush();
    }

    private static String elsewhere(String name) {
        return Kernelspec.find(name)
                .map(found -> "it is in " + found.folder() + ", so say --prefix or --sys-prefix")
                .orElse("Jupyter knows no kernel of this name");
    }

    /** Installs the kernel of this checkout for the user, with its archive of classes. */
    static Path install(String name, Consumer<String> tell) throws IOException, InterruptedException {
        return install(name, Kernelspec.userKernels(), tell);
    }

    /**
     * Installs the kernel of this checkout, and tells of a kernel of that name that it takes the place of.
     *
     * @throws IllegalArgumentException if another language's kernel has the name
     */
    private static Path install(String name, Path kernels, Consumer<String> tell)
            throws IOException, InterruptedException {
        var ours = Checkout.here().kernelspec(name);
        var other = Kernelspec.find(name).filter(found -> !found.command().equals(ours.command()));
        if (other.isPresent() && !isJava(other.get())) {
            throw new IllegalArgumentException(
                    "the kernel " + name + " in " + other.get().folder() + " is \""
                            + other.get().displayName() + "\", another language's; choose another --name");
        }
        other.ifPresent(found -> tell.accept("kernel " + name + " started " + String.join(" ", found.command())
                + "; from now on it starts " + ours.command().get(0)));
        Path folder = ours.install(kernels, KernelLogo.files());
        ClassArchive.of(Checkout.here()).renew(tell);
        return folder;
    }

    private static boolean isJava(Kernelspec.Installed found) {
        return found.name().equals("java")
                || found.command().toString().toLowerCase(Locale.ROOT).matches(".*(java|layerwise).*");
    }
}
