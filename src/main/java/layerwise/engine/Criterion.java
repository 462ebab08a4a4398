package layerwise.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.loss.Loss;
import java.util.Map;
import layerwise.layers.Rbf;
import layerwise.network.Network;

/** What training makes small, and how the answer is read from a network's output. */
public enum Criterion {

    /** −log softmax(y)[d]; the answer is the class with the largest output. */
    CROSS_ENTROPY {
        @Override
        NDArray logits(NDArray output) {
            return output;
        }

        @Override
        int logits(SymbolNodes nodes, String prefix, int output) {
            return output;
        }

        @Override
        double[] logits(float[] output) {
            var logits = new double[output.length];
            for (int i = 0; i < output.length; i++) {
                logits[i] = output[i];
            }
            return logits;
        }

        @Override
        public double score(double output) {
            return output;
        }
    },

    /**
     * y[d] + log(e⁻ʲ + Σ e⁻ʸ⁽ⁱ⁾): outputs are penalties, and the answer is the class with the smallest (LeCun et al. 1998,
     * equation 9).
     *
     * <p>It is the cross-entropy of −y with one more class, whose logit is always −j: the "rubbish" class that stops
     * training from pushing away a penalty that is large already. The paper leaves the constant j open.
     */
    MAXIMUM_A_POSTERIORI {
        @Override
        NDArray logits(NDArray output) {
            var rubbish = output.getManager().full(new Shape(output.getShape().get(0), 1), (float) -RUBBISH);
            return NDArrays.concat(new NDList(output.neg(), rubbish), 1);
        }

        @Override
        int logits(SymbolNodes nodes, String prefix, int output) {
            int negative = nodes.add("negative", prefix + "negative", Map.of(), output);
            int column =
                    nodes.add("slice_axis", prefix + "column", Map.of("axis", "1", "begin", "0", "end", "1"), output);
            int zeros = nodes.add("zeros_like", prefix + "zeros", Map.of(), column);
            int rubbish = nodes.add("_plus_scalar", prefix + "rubbish", Map.of("scalar", "" + -RUBBISH), zeros);
            return nodes.add("Concat", prefix + "logits", Map.of("num_args", "2", "dim", "1"), negative, rubbish);
        }

        @Override
        double[] logits(float[] output) {
            var logits = new double[output.length + 1];
            for (int i = 0; i < output.length; i++) {
                logits[i] = -output[i];
            }
            logits[output.length] = -RUBBISH;
            return logits;
        }

        @Override
        public double score(double output) {
            return -output;
        }
    };

    /** j of {@link #MAXIMUM_A_POSTERIORI}: the penalty above which a class is as good as rubbish. */
    public static final double RUBBISH = 0.1;

    /** {@return the criterion that fits the network's last layer} */
    public static Criterion of(Network network) {
        var steps = network.steps();
        boolean penalties = !steps.isEmpty() && steps.get(steps.size() - 1).layer() instanceof Rbf;
        return penalties ? MAXIMUM_A_POSTERIORI : CROSS_ENTROPY;
    }

    /** {@return what the softmax is taken of, batch × classes} */
    abstract NDArray logits(NDArray output);

    /** {@return the node that writes what the softmax is taken of, when {@code output} writes batch × classes} */
    abstract int logits(SymbolNodes nodes, String prefix, int output);

    abstract double[] logits(float[] output);

    /** {@return an output as a score, of which the largest is the answer} */
    public abstract double score(double output);

    /** {@return the mean loss of a batch, for the engine to differentiate: output batch × classes, labels batch} */
    public NDArray loss(NDArray output, NDArray labels) {
        return Loss.softmaxCrossEntropyLoss().evaluate(new NDList(labels), new NDList(logits(output)));
    }

    /**
     * {@return the mean loss of a batch against smoothed labels}
     *
     * <p>(1 − ε)·(−log p[d]) + ε·(Σ −log p[i]) / K (Szegedy et al. 2015, section 7).
     */
    public NDArray loss(NDArray output, NDArray labels, double smoothing) {
        if (smoothing == 0) {
            return loss(output, labels);
        }
        var spread = logits(output).logSoftmax(1).neg().mean();
        return loss(output, labels).mul((float) (1 - smoothing)).add(spread.mul((float) smoothing));
    }

    /** {@return how sure the network is of each class: its share of the softmax; with a rubbish class below 1 in sum} */
    public double[] probabilities(float[] output) {
        double norm = norm(output);
        var shares = new double[output.length];
        for (int i = 0; i < output.length; i++) {
            shares[i] = Math.exp(score(output[i]) - norm);
        }
        return shares;
    }

    /** {@return the loss of one image, in Java: {@code output} has one number for each class} */
    public double loss(float[] output, int label) {
        return norm(output) - score(output[label]);
    }

    /** {@return log Σ eˢ over the scores and the rubbish class, if there is one: what is taken from a score for log p} */
    public double norm(float[] output) {
        double[] logits = logits(output);
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return largest + Math.log(sum);
    }

    /** {@return the class with the best score; the first of equals} */
    public int answer(float[] output) {
        int best = 0;
        for (int i = 1; i < output.length; i++) {
            if (score(output[i]) > score(output[best])) {
                best = i;
            }
        }
        return best;
    }
}
