package layerwise.train;

/** A training that has ended: one that was just run, or a record of one. */
public interface Recorded {

    /** {@return what was trained, how, on what, by what, and how it went} */
    RunRecord record();
}
