package layerwise.bench;

import java.util.concurrent.TimeUnit;
import layerwise.network.Network;
import layerwise.view.NetworkDiagram;
import layerwise.zoo.Zoo;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds, warm, of a diagram: the networks of the zoo that have the most boxes when repeats are folded, and some known ones. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class DiagramBenchmark {
    /** A network of the zoo. */
    @Param({"lenet5", "googlenet", "resnet-152", "densenet-201", "inception-v3", "se-inception", "efficientnet-b7"})
    private String id;

    private Network network;

    /** Describes the network, which is not timed. */
    @Setup
    public void network() {
        network = Zoo.network(id);
    }

    /** {@return the drawing with repeats folded, from the network to the last letter of HTML} */
    @Benchmark
    public String folded() {
        return new NetworkDiagram(network).html();
    }
}
