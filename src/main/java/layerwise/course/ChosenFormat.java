package layerwise.course;

import layerwise.view.PrintedTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** In which form a command prints its table. */
final class ChosenFormat {

    /** For readers, for machines, for papers. */
    enum Format {
        TEXT,
        CSV,
        JSON,
        MARKDOWN,
        LATEX
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv, json, markdown or latex; without it text.")
    private Format format;

    /** Prints a table to the command's own output; {@return the exit code of a command that did its work} */
    int print(PrintedTable table) {
        var out = command.commandLine().getOut();
        out.println(written(table).stripTrailing());
        out.flush();
        return 0;
    }

    private String written(PrintedTable table) {
        return switch (format) {
            case TEXT -> table.text();
            case CSV -> table.csv();
            case JSON -> table.json();
            case MARKDOWN -> table.markdown();
            case LATEX -> table.latex();
        };
    }
}
