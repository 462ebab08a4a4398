package io.github.spencerpark.jupyter.kernel;

/** A double of IJava's class of this name, by its published signatures only. */
public final class JupyterIO {
    /** Where data is shown. */
    public final DisplayStream display = new DisplayStream();
}
