package layerwise.course;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The page of {@code ./layerwise test} in the help; the launcher does the work, because it is Maven's. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs all tests through Maven, and obtains what they need; options are passed to Maven.",
        footer = {"", "  ./layerwise test", "  ./layerwise test -Dtest=LauncherTest"})
final class TestCommand implements Runnable {

    @Parameters(paramLabel = "OPTION", arity = "0..*", description = "Passed to Maven, as in -Dtest=LauncherTest.")
    private List<String> options = List.of();

    @Override
    public void run() {
        throw new IllegalStateException("tests are run by Maven, not by Java; start ./layerwise test "
                + String.join(" ", options).strip());
    }
}
