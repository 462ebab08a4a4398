package layerwise.analysis;

/** Where a layer writes that works on each number by itself: an activation function, a norm, a dropout, a flattening. */
public enum Buffers {
    /** Every layer writes into memory of its own. */
    SEPARATE,
    /** Such a layer overwrites what it reads, unless somebody else reads it too. */
    OVERWRITTEN
}
