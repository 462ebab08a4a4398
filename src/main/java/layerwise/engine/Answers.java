package layerwise.engine;

/** A network with weights in an engine, that can answer; one thread at a time. */
public interface Answers extends AutoCloseable {

    /**
     * {@return the outputs for {@code count} images, count × classes}
     *
     * @param images at least {@code count} images, floats of channels × height × width
     */
    float[] outputs(float[] images, int count);

    @Override
    void close();
}
