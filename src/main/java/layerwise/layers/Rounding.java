package layerwise.layers;

/** What happens to a last window that only partly fits: {@link #DOWN} drops it, {@link #UP} lets it reach over the edge. */
public enum Rounding {
    /** ⌊·⌋: rows that fill no whole window are ignored. */
    DOWN,
    /** ⌈·⌉: Caffe's rule for pooling, and GoogLeNet's. */
    UP
}
