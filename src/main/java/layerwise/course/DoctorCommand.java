package layerwise.course;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What was found, a line each, and the cure for what was not.
 *
 * <p>The launcher looks at what Java cannot: the JDK, Maven, Jupyter and the build.
 */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Tells what was found (JDK, Maven, Jupyter, engine, kernel, data, cache, fonts), and the cure.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = List.of(
                Finding.engine(),
                Finding.kernel("java"),
                Finding.data(System.getenv()),
                Finding.cache(),
                Finding.fonts());
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println(finding.line()));
        out.flush();
        return findings.stream().allMatch(Finding::ok) ? 0 : 1;
    }
}
