package layerwise.course;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Executes notebooks through the real Jupyter; every result is made beside its place and moved there when it is whole. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Executes notebooks through Jupyter, in place or to HTML.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "NOTEBOOK", description = "The notebooks, executed one after the other.")
    private List<Path> notebooks;

    @Option(names = "--html", description = "Write a page NOTEBOOK.html and leave the notebook as it is.")
    private boolean html;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Write to this folder and leave the notebook as it is.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--in-place", description = "Write the outputs into the notebook: so without other options.")
    private boolean inPlace;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Checkout.here().kernelspec("java").install(Checkout.here().jupyter().resolve("kernels"));
        boolean whole = true;
        for (Path notebook : notebooks) {
            whole &= run(notebook.toAbsolutePath());
        }
        return whole ? 0 : 1;
    }

    private void check() throws IOException {
        if (inPlace && (html || output.isPresent())) {
            throw new ParameterException(
                    spec.commandLine(), "--in-place writes to the notebook itself, leave out --html and --output");
        }
        for (Path notebook : notebooks) {
            if (Files.isDirectory(notebook)) {
                throw new IOException(notebook + ": expected a notebook, got a folder; name the .ipynb files in it");
            }
            if (!Files.isRegularFile(notebook)) {
                throw new NoSuchFileException(notebook.toString());
            }
            NormalForm.check(notebook);
        }
    }

    private boolean run(Path notebook) throws IOException, InterruptedException {
        Path place =
                output.map(Path::toAbsolutePath).orElse(notebook.getParent()).resolve(resultName(notebook));
        tell("executing " + notebook);
        try (Scratch scratch = Scratch.in(place.getParent())) {
            Optional<String> error = new Nbconvert(Checkout.here().jupyter()).execute(notebook, place, scratch);
            if (error.isPresent()) {
                tell(notebook + " failed, nothing was written:\n" + error.get());
                return false;
            }
            if (!html) {
                Path result = scratch.resolve(place.getFileName().toString());
                Files.writeString(result, NormalForm.of(Files.readString(result)));
            }
            scratch.moveTo(place.getFileName().toString(), place);
        }
        tell("wrote " + place);
        return true;
    }

    private String resultName(Path notebook) {
        String name = notebook.getFileName().toString();
        return html ? name.replaceFirst("\\.ipynb$", "") + ".html" : name;
    }

    private void tell(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("layerwise: " + sentence);
        err.flush();
    }
}
