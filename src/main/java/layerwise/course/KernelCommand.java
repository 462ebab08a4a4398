package layerwise.course;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        Path folder = Checkout.here().kernelspec(name).install();
        PrintWriter out = spec.commandLine().getOut();
        out.println("kernel " + name + " installed: " + folder);
        out.flush();
    }
}
