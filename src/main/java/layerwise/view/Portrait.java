package layerwise.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.layers.Activation;
import layerwise.layers.BatchNorm;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Flatten;
import layerwise.layers.GlobalPool;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.PadChannels;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rbf;
import layerwise.layers.Shape;
import layerwise.layers.Shuffle;
import layerwise.layers.Slice;
import layerwise.layers.Step;
import layerwise.layers.Subsample;
import layerwise.layers.Window;

/**
 * A layer in words: {@code 5×5, 60 links} and {@code 5·5·60 + 16 = 1,516 parameters}.
 *
 * @param family which colour it has
 * @param brief its window as GoogLeNet's table writes it, {@code 7×7/2}, and its groups; may be empty
 * @param detail its window and what is unusual about it; may be empty
 * @param arithmetic how its trained numbers are counted; empty where there are none
 */
record Portrait(Family family, String brief, String detail, String arithmetic) {

    /** {@return the words for the layer of {@code step}} */
    static Portrait of(Step step) {
        return step.layer().accept(new Sitting(step.input()));
    }

    /** {@return the count of trained numbers written out, or that there are none} */
    static String sentence(Step step) {
        String arithmetic = of(step).arithmetic();
        return arithmetic.isEmpty()
                ? "nothing is trained"
                : arithmetic + " = " + Numbers.counted(step.parameters(), "parameter");
    }

    private record Sitting(Shape input) implements Primitive.Visitor<Portrait> {

        @Override
        public Portrait visit(Conv conv) {
            var links = conv.wiring().map(wiring -> Numbers.grouped(wiring.links()) + " links");
            String detail = Stream.of(
                            conv.window().toString(),
                            conv.groups() == 1 ? "" : conv.groups() + " groups",
                            links.orElse(""),
                            conv.bias() ? "" : "no bias")
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(", "));
            return new Portrait(Family.CONVOLUTION, brief(conv), detail, arithmetic(conv));
        }

        private String brief(Conv conv) {
            boolean depthwise = conv.groups() > 1 && conv.groups() == input.channels();
            return brief(conv.window())
                    + (depthwise ? " depthwise" : conv.groups() > 1 ? ", " + conv.groups() + " groups" : "");
        }

        /** {@return rows × columns, and the stride where it is not 1} */
        private static String brief(Window window) {
            int down = window.rows().stride();
            int across = window.columns().stride();
            String stride = down == across ? "" + down : down + "×" + across;
            return area(window).replace('·', '×') + (stride.equals("1") ? "" : "/" + stride);
        }

        private String arithmetic(Conv conv) {
            String area = area(conv.window());
            if (conv.wiring().isPresent()) {
                long links = conv.wiring().get().links();
                return area + "·" + links + (conv.bias() ? " + " + conv.filters() : "");
            }
            return perUnit(area + "·" + input.channels() / conv.groups(), conv.bias(), conv.filters());
        }

        @Override
        public Portrait visit(Pool pool) {
            return new Portrait(
                    Family.POOLING, brief(pool.window()), pool.window().toString(), "");
        }

        @Override
        public Portrait visit(Subsample subsample) {
            return new Portrait(
                    Family.POOLING,
                    brief(subsample.window()),
                    subsample.window().toString(),
                    perUnit("1", true, input.channels()));
        }

        @Override
        public Portrait visit(Dense dense) {
            return new Portrait(
                    Family.DENSE,
                    "",
                    dense.bias() ? "" : "no bias",
                    perUnit("" + input.channels(), dense.bias(), dense.units()));
        }

        @Override
        public Portrait visit(Rbf rbf) {
            return new Portrait(Family.DISTANCE, rbf.units() + " centres", rbf.units() + " fixed centres", "");
        }

        @Override
        public Portrait visit(Activation activation) {
            return new Portrait(Family.ACTIVATION, "", "", "");
        }

        @Override
        public Portrait visit(BatchNorm norm) {
            return new Portrait(Family.NORM, "", "", "2·" + input.channels());
        }

        @Override
        public Portrait visit(LocalResponseNorm norm) {
            return new Portrait(Family.NORM, "", "over " + norm.size() + " maps", "");
        }

        @Override
        public Portrait visit(Dropout dropout) {
            return new Portrait(Family.NORM, "" + dropout.rate(), "" + dropout.rate(), "");
        }

        @Override
        public Portrait visit(Slice slice) {
            return new Portrait(Family.RESHAPING, "", "maps " + slice.from() + " to " + (slice.to() - 1), "");
        }

        @Override
        public Portrait visit(Shuffle shuffle) {
            return new Portrait(Family.RESHAPING, "", shuffle.groups() + " groups", "");
        }

        @Override
        public Portrait visit(PadChannels pad) {
            return new Portrait(Family.RESHAPING, "", "to " + pad.channels(), "");
        }

        @Override
        public Portrait visit(GlobalPool pool) {
            String all = brief(Window.of(input.height(), input.width()));
            return new Portrait(Family.POOLING, all, all, "");
        }

        @Override
        public Portrait visit(Flatten flatten) {
            return new Portrait(Family.RESHAPING, "", "", "");
        }

        private static String area(Window window) {
            return window.rows().size() + "·" + window.columns().size();
        }

        /** {@return (inputs + 1)·units with a bias, inputs·units without} */
        private static String perUnit(String inputs, boolean bias, int units) {
            return (bias ? "(" + inputs + " + 1)" : inputs) + "·" + units;
        }
    }
}
