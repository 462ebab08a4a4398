package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;

/** A double of IJava's class of this name, by its published signatures only. */
public final class JavaKernel {
    private final Renderer renderer = new Renderer();
    private final JupyterIO io = new JupyterIO();

    /** {@return what turns values into data} */
    public Renderer getRenderer() {
        return renderer;
    }

    /** {@return the streams} */
    public JupyterIO getIO() {
        return io;
    }

    /** Shows the data. */
    public void display(DisplayData data) {
        io.display.display(data);
    }
}
