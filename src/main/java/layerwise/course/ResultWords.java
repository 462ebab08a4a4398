package layerwise.course;

import java.io.IOException;
import layerwise.view.ArchitectureScatter;
import layerwise.view.IlsvrcChart;

/** The words for what papers report; every cell can use them without an import. */
public final class ResultWords {
    private ResultWords() {}

    /**
     * {@return architectures by multiply-accumulates, parameters and published top-5 error; {@code table()} has the numbers
     * with their sources}
     *
     * @throws IOException if the table of errors cannot be read
     */
    public static ArchitectureScatter scatter() throws IOException {
        return Results.here().scatter();
    }

    /**
     * {@return the winners of ILSVRC, 2010 to 2017; {@code table()} has all entries with their sources}
     *
     * @throws IOException if the table of results cannot be read
     */
    public static IlsvrcChart ilsvrc() throws IOException {
        return Results.here().ilsvrc();
    }
}
