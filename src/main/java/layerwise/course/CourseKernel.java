package layerwise.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import layerwise.analysis.Lineup;
import layerwise.analysis.Reconciliation;
import layerwise.analysis.Saving;
import layerwise.kernel.Kernel;
import layerwise.kernel.MimeBundle;
import layerwise.layers.Wiring;
import layerwise.network.Network;
import layerwise.train.Run;
import layerwise.view.ChartPicture;
import layerwise.view.Comparison;
import layerwise.view.EvaluationTable;
import layerwise.view.LearningCurve;
import layerwise.view.LineupTable;
import layerwise.view.NetworkDiagram;
import layerwise.view.PartTable;
import layerwise.view.PatternTable;
import layerwise.view.Picture;
import layerwise.view.ReconciliationTable;
import layerwise.view.SavingTable;
import layerwise.view.SummaryTable;
import layerwise.view.Svg;
import layerwise.view.Tables;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** The Java kernel with the words of the course and the looks of its types. */
public final class CourseKernel {
    private CourseKernel() {}

    /** Runs the kernel; {@code args} is the connection file that Jupyter writes. */
    public static void main(String[] args) {
        kernel().run(args);
    }

    private static Kernel.Builder kernel() {
        return Kernel.builder()
                .startup(words())
                .banner("Layerwise: convolutional networks, layer by layer, in Java " + Runtime.version())
                .render(
                        Table.class,
                        table -> MimeBundle.text(Tables.text(table)).html(Tables.html(table)))
                .render(Chart.class, chart -> look(new ChartPicture(chart)))
                .render(Network.class, network -> look(SummaryTable.of(network)))
                .render(SummaryTable.class, CourseKernel::look)
                .render(PartTable.class, table -> MimeBundle.text(table.text()).html(table.html()))
                .render(Comparison.class, table -> MimeBundle.text(table.text()).html(table.html()))
                .render(
                        PatternTable.class,
                        table -> MimeBundle.text(table.text()).html(table.html()))
                .render(ReconciliationTable.class, CourseKernel::look)
                .render(Reconciliation.class, each -> look(new ReconciliationTable(each)))
                .render(LineupTable.class, CourseKernel::look)
                .render(Lineup.class, each -> look(new LineupTable(each)))
                .render(Saving.class, each -> look(new SavingTable(each)))
                .render(Picture.class, CourseKernel::look)
                .render(
                        NetworkDiagram.class,
                        diagram -> look(diagram).svg(diagram.svg().text()))
                .render(Svg.class, svg -> MimeBundle.text("a drawing").svg(svg.text()))
                .render(
                        EvaluationTable.class,
                        table -> MimeBundle.text(table.text()).html(table.html()))
                .render(Run.class, run -> look(LearningCurve.of(run.history())))
                .render(
                        Question.class,
                        question -> MimeBundle.text(question.toString()).html(question.html()))
                .render(Wiring.class, wiring -> MimeBundle.text(wiring.toString()));
    }

    private static MimeBundle look(SummaryTable table) {
        return MimeBundle.text(table.text()).html(table.html());
    }

    private static MimeBundle look(ReconciliationTable table) {
        return MimeBundle.text(table.text()).html(table.html());
    }

    private static MimeBundle look(LineupTable table) {
        return MimeBundle.text(table.text()).html(table.html());
    }

    private static MimeBundle look(SavingTable table) {
        return MimeBundle.text(table.text()).html(table.html());
    }

    private static MimeBundle look(Picture picture) {
        return MimeBundle.text(picture.text()).png(picture.png());
    }

    /** {@return the imports that make the course's words known to every cell} */
    static String words() {
        try (var file = CourseKernel.class.getResourceAsStream("course.jsh")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the course's words could not be read from its own jar", e);
        }
    }
}
