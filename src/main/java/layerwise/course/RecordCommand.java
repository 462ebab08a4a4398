package layerwise.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import layerwise.data.OwnData;
import layerwise.train.AtomicFile;
import layerwise.train.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains again what the records in {@code data/runs} are records of. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Trains what the course replays and writes the records; without names it lists them.")
final class RecordCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Recordings to make again.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Make all of them again.")
    private boolean all;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where to write them; without it data/runs of this checkout.")
    private Path folder = OwnData.here().folder().resolve("runs");

    @Override
    public Integer call() throws IOException {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var wanted =
                all ? Recordings.all() : names.stream().map(Recordings::named).toList();
        if (wanted.isEmpty()) {
            Recordings.all().forEach(each -> terminal.line(String.format("%-20s %s", each.name(), each.about())));
        }
        for (Recording recording : wanted) {
            make(recording, terminal);
        }
        return 0;
    }

    private void make(Recording recording, Terminal terminal) throws IOException {
        var file = folder.resolve(recording.name() + ".json");
        AtomicFile.check(file);
        terminal.line(recording.name() + ": " + recording.about());
        RunRecord record = recording.make(new TrainingLines(terminal));
        record.write(file);
        terminal.line(String.format(
                Locale.ROOT,
                "accuracy %.2f %% after %d epochs in %.1f s; the record is in %s",
                100 * record.accuracy(),
                record.history().epochs().size(),
                record.seconds(),
                file));
    }
}
