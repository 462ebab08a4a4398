package layerwise.course;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import layerwise.data.Sentence;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: one subcommand a class, listed here.
 *
 * <p>A command that fails throws; the message is printed as one sentence and the exit code is 1. Words that are not
 * understood give exit code 2.
 */
@Command(
        name = "layerwise",
        description = "Convolutional networks in Java, in Jupyter, layer by layer.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        usageHelpAutoWidth = true,
        subcommands = {
            LabCommand.class,
            TestCommand.class,
            RunCommand.class,
            ZooCommand.class,
            SummaryCommand.class,
            LintCommand.class,
            CompareCommand.class,
            ReconcileCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            RecordCommand.class,
            KernelCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class,
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            description = "Print where in the program a failure arose.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean stacktrace;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        CommandLine words = commandLine();
        int code = words.execute(args);
        System.exit(System.out.checkError() ? unwritten() : code);
    }

    /** Says why what was printed could not be written; not to a reader who has heard enough, as {@code head} has. */
    private static int unwritten() {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write('\n');
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                System.err.println("layerwise: what was printed could not be written (" + e.getMessage()
                        + "); print to a place that has room");
            }
        }
        return 1;
    }

    static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(main::failed)
                .setParameterExceptionHandler(Main::misunderstood);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private int failed(Exception failure, CommandLine command, ParseResult words) {
        command.getErr().println("layerwise: " + Sentence.of(failure));
        if (stacktrace) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return 1;
    }

    private static int misunderstood(ParameterException failure, String[] words) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("layerwise: " + reason(failure) + "; ./" + name + " --help lists what there is");
        command.getErr().flush();
        return 2;
    }

    private static String reason(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String reason = "unknown word '" + unmatched.getUnmatched().get(0) + "'";
            return unmatched.getSuggestions().stream()
                    .findFirst()
                    .map(nearest -> reason + ", the nearest is '" + nearest.strip() + "'")
                    .orElse(reason);
        }
        return Sentence.of(failure);
    }

    /** The version of the jar, and the Java that runs it. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "layerwise " + (version == null ? "of this checkout" : version) + ", Java " + Runtime.version()
            };
        }
    }
}
