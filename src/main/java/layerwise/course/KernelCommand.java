package layerwise.course;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import layerwise.kernel.Kernelspec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells Jupyter of our kernel; Jupyter then starts it by {@code layerwise kernel start}. */
@Command(
        name = "kernel",
        mixinStandardHelpOptions = true,
        description = "Installs the Java kernel for Jupyter.",
        synopsisSubcommandLabel = "install")
final class KernelCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = "Writes the kernel's file to your Jupyter data folder.")
    void install(
            @Option(
                            names = "--name",
                            defaultValue = "java",
                            paramLabel = "NAME",
                            description = "What notebooks call the kernel; java is what the chapters ask for.")
                    String name)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = install(name, out::println);
        out.println("kernel " + name + " installed: " + folder);
        out.flush();
    }

    /**
     * Installs the kernel of this checkout for the user, and tells of a kernel of that name that it takes the place of.
     *
     * @throws IllegalArgumentException if another language's kernel has the name
     */
    static Path install(String name, Consumer<String> tell) throws IOException {
        var ours = Checkout.here().kernelspec(name);
        var other = Kernelspec.find(name).filter(found -> !found.command().equals(ours.command()));
        if (other.isPresent() && !isJava(other.get())) {
            throw new IllegalArgumentException(
                    "the kernel " + name + " in " + other.get().folder() + " is \""
                            + other.get().displayName() + "\", another language's; choose another --name");
        }
        other.ifPresent(found -> tell.accept("kernel " + name + " started " + String.join(" ", found.command())
                + "; from now on it starts " + ours.command().get(0)));
        return ours.install();
    }

    private static boolean isJava(Kernelspec.Installed found) {
        return found.name().equals("java")
                || found.command().toString().toLowerCase(Locale.ROOT).matches(".*(java|layerwise).*");
    }
}
