package layerwise.analysis;

import layerwise.layers.Shape;
import layerwise.network.Network;

/** Every other way of counting that the literature uses, by what it departs in from ours. */
public enum Convention {
    /** Every convolution reads all maps, but depthwise ones: AlexNet's 62 million. */
    UNGROUPED(Topic.GROUPS, "groups removed", "textbooks on AlexNet"),
    /** Maps of zeros for projections: the 3.6 of ResNet-34. */
    OPTION_A(Topic.SHORTCUTS, "shortcuts of option A", "He et al. 2015, table 1, 34 layers"),
    /** The 3 × 3 of a bottleneck shrinks the map. */
    STRIDE_ON_3X3(Topic.STRIDES, "stride on the 3×3 (v1.5)", "PyTorch"),
    /** The 1 × 1 before it shrinks the map. */
    STRIDE_ON_1X1(Topic.STRIDES, "stride on the first 1×1 (v1)", "He et al. 2015, Keras"),
    /** A bias for each filter and unit, though a batch norm takes it away: 26,560 more in ResNet-50. */
    BIASED(Topic.CONVOLUTION_BIASES, "a bias in every convolution", "Keras's ResNet"),
    /** One class more, for the background: 1001. */
    BACKGROUND_CLASS(Topic.CLASSES, "one more class, the background", "TF-Slim"),
    /** Ten classes, as of CIFAR-10 or MNIST. */
    TEN_CLASSES(Topic.CLASSES, "10 classes", "tutorials on CIFAR-10"),
    /** The last weighted layer is cut off, and a small one may be put there: the model files of lecture notes S3. */
    NO_CLASSIFIER(Topic.CLASSES, "without the classifier", "transfer learning"),
    /** Digits and clothes as their files have them. */
    SIDE_28(Topic.IMAGE, "image of 28×28", "MNIST"),
    /** Digits with a margin of two. */
    SIDE_32(Topic.IMAGE, "image of 32×32", "LeCun et al. 1998"),
    /** What AlexNet's paper prints for the 227 that fits. */
    SIDE_224(Topic.IMAGE, "image of 224×224", "Krizhevsky et al. 2012, figure 2"),
    /** What fits AlexNet. */
    SIDE_227(Topic.IMAGE, "image of 227×227", "Caffe's AlexNet"),
    /** Smaller images of the same things. */
    SIDE_128(Topic.RESOLUTION, "image of 128×128", "Howard et al. 2017, table 7"),
    /** Smaller images of the same things. */
    SIDE_160(Topic.RESOLUTION, "image of 160×160", "Howard et al. 2017, table 7"),
    /** Smaller images of the same things. */
    SIDE_192(Topic.RESOLUTION, "image of 192×192", "Howard et al. 2017, table 7"),
    /** Larger images of the same things. */
    SIDE_288(Topic.RESOLUTION, "image of 288×288", "torchvision's EfficientNet-B2"),
    /** Larger images of the same things. */
    SIDE_299(Topic.RESOLUTION, "image of 299×299", "Inception-v3, Xception"),
    /** No window is padded. */
    VALID(Topic.PADDING, "no padding", "TF-Slim's VALID"),
    /** Every odd window is padded to keep the side at stride 1. */
    SAME(Topic.PADDING, "padding everywhere", "TF-Slim's SAME"),
    /** Convolutions with their norms, without dense layers: the 15.3 billion of VGG-16. */
    CONVOLUTIONS(Topic.LAYERS, "convolutions only", "He et al. 2015, section 4.1, on VGG-16"),
    /** Dense layers without convolutions. */
    DENSE(Topic.LAYERS, "dense layers only", "texts on where parameters are"),
    /** Classifiers beside the network's own are counted: GoogLeNet's 13 million. */
    WITH_HEADS(Topic.HEADS, "with auxiliary heads", "BVLC's file of GoogLeNet; torchvision's Inception-v3"),
    /** Weights without biases. */
    NO_BIASES(Topic.BIASES, "biases not counted", "Szegedy et al. 2014, table 1"),
    /** Norms without γ, which a convolution behind them can take over. */
    NO_SCALES(Topic.SCALES, "norms without γ", "Keras's Inception-v3, TF-Slim"),
    /** Means and variances of norms, and centres chosen by hand: what Keras prints as total. */
    UNTRAINED(Topic.UNTRAINED, "norm statistics and fixed numbers counted", "Keras"),
    /** A multiply-accumulate is a multiplication and an addition: two operations. */
    TWO_PER_MAC(Topic.OPERATION, "2 operations a MAC", "makers of hardware; Keras's and TensorFlow's profilers"),
    /** Wires: every input of every unit, biases and pooling too. */
    CONNECTIONS(Topic.OPERATION, "connections", "LeCun et al. 1998"),
    /** A velocity beside each trained number. */
    MOMENTUM(Topic.FILE, "momentum's slot saved too", "checkpoints"),
    /** Two running means beside each trained number. */
    ADAM(Topic.FILE, "Adam's two slots saved too", "Keras's h5 files"),
    /** Batch norms folded into the convolutions before them. */
    FOLDED(Topic.FILE, "batch norms folded", "TensorFlow Lite"),
    /** Two bytes a number. */
    FP16(Topic.FILE, "half precision", "files for graphics cards"),
    /** Batch norms folded, two bytes a number. */
    FOLDED_FP16(Topic.FILE, "batch norms folded, half precision", "TensorFlow Lite"),
    /** Batch norms folded, one byte a weight. */
    FOLDED_INT8(Topic.FILE, "batch norms folded, weights of 8 bits", "TensorFlow Lite, TinyEngine"),
    /** K = 1024, M = 1024². */
    BINARY(Topic.PREFIX, "K = 1024, M = 1024²", "file sizes; Keras's table"),
    /** K = 1024, M = 1000 K: the sum of a table that is printed in K. */
    MIXED(Topic.PREFIX, "K = 1024, M = 1000 K", "Szegedy et al. 2014, the sum of table 1"),
    /** The digits that follow are cut off, not rounded: the 3.8 of ResNet-50. */
    CUT(Topic.DIGITS, "cut off, not rounded", "He et al. 2015, table 1, 50 layers");

    /** What countings differ in. Ours: the network as described, all its layers, trained numbers, MACs, powers of 1000. */
    public enum Topic {
        /** Whether towers see each other. */
        GROUPS,
        /** What goes around a residual unit whose shape changes. */
        SHORTCUTS,
        /** Which convolution of a bottleneck shrinks the map. */
        STRIDES,
        /** Which layers have biases. */
        CONVOLUTION_BIASES,
        /** What the classifier sorts into. */
        CLASSES,
        /** The side of the image, where papers and libraries disagree. */
        IMAGE,
        /** The side of the image, where a table lists several: other operations of the same parameters. */
        RESOLUTION,
        /** Zeros around maps: other operations of the same parameters. */
        PADDING,
        /** Which layers count. */
        LAYERS,
        /** Whether classifiers for training count. */
        HEADS,
        /** Whether biases count. */
        BIASES,
        /** Whether γ counts. */
        SCALES,
        /** Whether numbers count that training does not change. */
        UNTRAINED,
        /** What an operation is. */
        OPERATION,
        /** What a file is written for: weights alone, to train on, to deploy. */
        FILE,
        /** What K and M are. */
        PREFIX,
        /** How the last digit came about. */
        DIGITS;

        /** {@return whether it is about how a number is printed, not what is counted} */
        boolean ofPrint() {
            return this == PREFIX || this == DIGITS;
        }

        /** {@return whether it is about which network is counted} */
        boolean ofNetwork() {
            return compareTo(PADDING) <= 0;
        }
    }

    private final Topic topic;
    private final String term;
    private final String usedBy;

    Convention(Topic topic, String term, String usedBy) {
        this.topic = topic;
        this.term = term;
        this.usedBy = usedBy;
    }

    /** {@return what it departs in from our way} */
    public Topic topic() {
        return topic;
    }

    /** {@return the convention in a few words, as a table names it} */
    public String term() {
        return term;
    }

    /** {@return who counts so} */
    public String usedBy() {
        return usedBy;
    }

    /**
     * {@return the network that is counted in place of {@code network}; the same where this is no variant of it}
     *
     * @throws IllegalArgumentException if its layers do not fit
     */
    public Network of(Network network) {
        return switch (this) {
            case UNGROUPED -> Rewrite.each(network, Rewrite::ungrouped);
            case OPTION_A -> Rewrite.each(network, Rewrite::unprojected);
            case STRIDE_ON_3X3 -> Rewrite.each(network, layer -> Rewrite.strided(layer, true));
            case STRIDE_ON_1X1 -> Rewrite.each(network, layer -> Rewrite.strided(layer, false));
            case BIASED -> Rewrite.each(network, Rewrite::biased);
            case BACKGROUND_CLASS -> classified(network, network.output().channels() + 1);
            case TEN_CLASSES -> classified(network, 10);
            case NO_CLASSIFIER -> classified(network, 0);
            case VALID -> Rewrite.each(network, layer -> Rewrite.padded(layer, false));
            case SAME -> Rewrite.each(network, layer -> Rewrite.padded(layer, true));
            case SIDE_28 -> seeing(network, 28);
            case SIDE_32 -> seeing(network, 32);
            case SIDE_128 -> seeing(network, 128);
            case SIDE_160 -> seeing(network, 160);
            case SIDE_192 -> seeing(network, 192);
            case SIDE_224 -> seeing(network, 224);
            case SIDE_227 -> seeing(network, 227);
            case SIDE_288 -> seeing(network, 288);
            case SIDE_299 -> seeing(network, 299);
            default -> network;
        };
    }

    /**
     * {@return how many departures it is worth}
     *
     * <p>One bias a map is as many numbers as the two statistics without γ, and only Keras's ResNets have it before a norm:
     * it counts double, so that the other explanation comes first where both yield a number.
     */
    int weight() {
        return this == BIASED ? 2 : 1;
    }

    boolean folds() {
        return this == FOLDED || this == FOLDED_FP16 || this == FOLDED_INT8;
    }

    Precision precision() {
        return switch (this) {
            case FP16, FOLDED_FP16 -> Precision.FP16;
            case FOLDED_INT8 -> Precision.INT8;
            default -> Precision.FP32;
        };
    }

    Optimizer optimizer() {
        return this == ADAM ? Optimizer.ADAM : this == MOMENTUM ? Optimizer.MOMENTUM : Optimizer.SGD;
    }

    private static Network classified(Network network, int units) {
        int classes = network.output().channels();
        return Rewrite.each(network, layer -> Rewrite.classified(layer, classes, units));
    }

    /** Digits are not tried at the size of photographs, nor photographs at that of digits. */
    private static Network seeing(Network network, int side) {
        int own = network.input().height();
        return side > 3 * own || own > 3 * side
                ? network
                : network.over(Shape.of(network.input().channels(), side, side));
    }
}
