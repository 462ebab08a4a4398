package io.github.spencerpark.jupyter.kernel.display;

/** A double of IJava's class of this name, by its published signatures only. */
public interface RenderFunction<T> {
    /** Puts the forms of the value into the context. */
    void render(T data, RenderContext context);
}
