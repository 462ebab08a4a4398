package layerwise.zoo;

import layerwise.layers.Given;
import layerwise.layers.Shape;

/**
 * What a network is asked to do: images of one shape, sorted into classes.
 *
 * @param image channels × height × width of one image
 * @param classes numbers that come out
 */
public record Task(Shape image, int classes) {

    /** Refuses less than one class. */
    public Task {
        Given.value(image, "the shape of a task's images");
        if (classes < 1) {
            throw new IllegalArgumentException("a task sorts images into at least one class, got " + classes);
        }
    }

    /** 1000 classes, 3 × 224 × 224: how most papers use ImageNet (Russakovsky et al. 2015). */
    public static final Task IMAGENET = of(3, 224, 1000);

    /** Ten classes, 3 × 32 × 32 (Krizhevsky 2009). */
    public static final Task CIFAR_10 = of(3, 32, 10);

    /** Ten classes, 1 × 28 × 28: digits (LeCun et al. 1998), and clothes in the same form (Xiao et al. 2017). */
    public static final Task MNIST = of(1, 28, 10);

    /** {@return square images sorted into {@code classes}} */
    public static Task of(int channels, int side, int classes) {
        return new Task(Shape.of(channels, side, side), classes);
    }

    /** {@return the same classes from images of side × side} */
    public Task at(int side) {
        return of(image.channels(), side, classes);
    }

    /** {@return the same images, sorted into {@code classes}} */
    public Task into(int classes) {
        return new Task(image, classes);
    }
}
