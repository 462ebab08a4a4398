package layerwise.bench;

import static layerwise.layers.Layers.conv;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import layerwise.analysis.OperationCount;
import layerwise.analysis.Part;
import layerwise.analysis.ReceptiveField;
import layerwise.analysis.Summary;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.Zoo;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds, warm, of what every table is made of: ResNet-152, and chains whose length tells how the cost grows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AnalysisBenchmark {

    /** The deepest network of the zoo. */
    @State(Scope.Benchmark)
    public static class Deep {
        final Network network = Zoo.network("resnet-152");
    }

    /** Convolutions of 3 × 3 one after another, each with a batch norm and an activation. */
    @State(Scope.Benchmark)
    public static class Chain {
        /** Steps, three to a convolution. */
        @Param({"99", "999", "9999"})
        int steps;

        /** {@return the chain, made anew} */
        Network network() {
            List<Layer> units = Stream.generate(
                            () -> conv(8, 3).same().noBias().batchNorm().relu())
                    .limit(steps / 3)
                    .toList();
            return Network.network("chain", Shape.of(8, 32, 32), units.toArray(Layer[]::new));
        }
    }

    /** {@return the full cost table: shapes, parameters, multiply-accumulates, connections, receptive fields} */
    @Benchmark
    public Summary summary(Deep deep) {
        return Summary.of(deep.network);
    }

    /** {@return the definition, its shapes checked} */
    @Benchmark
    public Network definition() {
        return Zoo.network("resnet-152");
    }

    /** {@return what each part costs, operations by class too} */
    @Benchmark
    public List<Part> parts(Deep deep) {
        return Part.of(deep.network, 1);
    }

    /** {@return operations by class} */
    @Benchmark
    public OperationCount operations(Deep deep) {
        return OperationCount.of(deep.network);
    }

    /** {@return what every step sees} */
    @Benchmark
    public List<ReceptiveField> fields(Deep deep) {
        return ReceptiveField.of(deep.network);
    }

    /** {@return a chain described and counted, from nothing to its table} */
    @Benchmark
    public Summary chain(Chain chain) {
        return Summary.of(chain.network());
    }
}
