package io.github.spencerpark.jupyter.kernel.display;

/** A double of IJava's class of this name, by its published signatures only. */
public final class RenderContext {
    private final DisplayData out;

    RenderContext(DisplayData out) {
        this.out = out;
    }

    /** {@return where a render function puts its forms} */
    public DisplayData getOutputContainer() {
        return out;
    }
}
