package layerwise.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import layerwise.analysis.Lineup;
import layerwise.analysis.Reconciliation;
import layerwise.analysis.Saving;
import layerwise.data.Planes;
import layerwise.exercise.Question;
import layerwise.kernel.Kernel;
import layerwise.kernel.MimeBundle;
import layerwise.layers.Wiring;
import layerwise.network.Network;
import layerwise.train.History;
import layerwise.train.Run;
import layerwise.train.RunRecord;
import layerwise.view.ChartPicture;
import layerwise.view.Drawing;
import layerwise.view.LearningCurve;
import layerwise.view.LineupTable;
import layerwise.view.NetworkDiagram;
import layerwise.view.Picture;
import layerwise.view.PlanesPicture;
import layerwise.view.Printed;
import layerwise.view.ReconciliationTable;
import layerwise.view.Replay;
import layerwise.view.SavingTable;
import layerwise.view.SummaryTable;
import layerwise.view.Svg;
import layerwise.view.TablePreview;
import layerwise.zoo.Zoo;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The Java kernel with the words of the course and the looks of its types. */
public final class CourseKernel {
    private CourseKernel() {}

    /** What most chapters begin with, so that an archive of classes has what they load. */
    private static final List<String> REHEARSAL = List.of(
            "1 + 1",
            "var net = LeNet5.paper();\nnet",
            "net.nam",
            "System.out.println(Math.max(1, 2));\nMap.of(\"a\", 1)",
            "record Point(int x) { }\nnew Point(3)",
            "int broken = nowhere;",
            "throw new IllegalStateException(\"rehearsed\");",
            "for (int i : progress(\"step\", 3)) { }");

    /**
     * Runs the kernel; {@code args} is the connection file that Jupyter writes, or {@code --rehearse} for a JVM that
     * archives its classes.
     */
    public static void main(String[] args) throws IOException {
        if (List.of(args).equals(List.of("--rehearse"))) {
            kernel().rehearse(REHEARSAL);
        } else {
            kernel().run(args);
        }
    }

    /** Shows the course's types on the stock kernel that calls this from its start-up script, {@code stock.jsh}. */
    public static void onStockKernel() {
        kernel().tellStockKernel();
    }

    static Kernel.Builder kernel() {
        return EngineLooks.register(Kernel.builder())
                .startup(words())
                .explain(EngineErrors::concern, EngineErrors::explain)
                .explain(OutOfMemoryError.class, CourseKernel::heap)
                .insteadOf(CourseKernel::network)
                .cure(ExerciseErrors::cure)
                .texts(Ids::of)
                .banner("Layerwise: convolutional networks, layer by layer, in Java " + Runtime.version())
                .memory(EngineMemory::line)
                .render(Printed.class, CourseKernel::look)
                .render(Table.class, table -> look(TablePreview.of(table)))
                .render(Column.class, column -> look(TablePreview.of(column)))
                .render(Chart.class, chart -> look(new ChartPicture(chart)))
                .render(Network.class, network -> look(SummaryTable.of(network)))
                .render(Reconciliation.class, each -> look(new ReconciliationTable(each)))
                .render(Lineup.class, each -> look(new LineupTable(each)))
                .render(Saving.class, each -> look(new SavingTable(each)))
                .render(Picture.class, CourseKernel::look)
                .render(Drawing.class, drawing -> look(drawing).html(drawing.html()))
                .render(
                        NetworkDiagram.class,
                        diagram -> MimeBundle.text(diagram.text()).html(diagram.html()))
                .render(Planes.class, planes -> look(new PlanesPicture(planes)))
                .render(Svg.class, svg -> MimeBundle.text("a drawing").svg(svg.text()))
                .render(Run.class, run -> MimeBundle.text(run.toString())) // its curve was drawn while it was trained
                .render(RunRecord.class, record -> look(new Replay(record)))
                .render(History.class, history -> look(LearningCurve.of(history)))
                .render(
                        Question.class,
                        question -> MimeBundle.text(question.toString()).html(question.html()))
                .render(Wiring.class, wiring -> MimeBundle.text(wiring.toString()));
    }

    private static MimeBundle look(Printed table) {
        return MimeBundle.text(table.text()).html(table.html());
    }

    private static MimeBundle look(Picture picture) {
        return MimeBundle.text(picture.text()).png(picture.png());
    }

    /** {@return how our own launcher is told of a larger heap, where it is the heap that is full} */
    static Optional<String> heap(OutOfMemoryError error) {
        return String.valueOf(error.getMessage()).contains("heap space")
                ? Optional.of("the heap ends at " + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MiB; drop what is no longer needed (set it to null), or start Jupyter with"
                        + " LAYERWISE_JAVA_OPTS=-Xmx4g for 4 GiB")
                : Optional.empty();
    }

    /** {@return the expression for a network of the zoo whose id is written like a variable, {@code lenet5}} */
    static Optional<String> network(String name) {
        try {
            return Optional.of("Zoo.network(\"" + Zoo.entry(name).id() + "\")");
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no network has this name
        }
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
