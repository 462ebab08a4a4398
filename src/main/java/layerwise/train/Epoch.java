package layerwise.train;

import java.util.List;

/**
 * What one pass over the training images came to.
 *
 * @param number counted from 1
 * @param images learned from; fewer than there are where a budget ended the pass
 * @param rate learning rate of its first step
 * @param loss mean loss of the training images, each as its step found it
 * @param accuracy share of the training images answered rightly, each as its step found it
 * @param top5 share of the training images whose class is among the five best scores, each as its step found it
 * @param test how the test images were answered after the pass
 * @param layers how each layer learned, where that was asked for
 */
public record Epoch(
        int number,
        int images,
        double rate,
        double loss,
        double accuracy,
        double top5,
        Evaluation test,
        List<LayerMeasure> layers) {

    /** Copies the list. */
    public Epoch {
        layers = List.copyOf(layers);
    }

    /** {@return this epoch without the answers by class and without calibration} */
    Epoch brief() {
        return new Epoch(number, images, rate, loss, accuracy, top5, test.brief(), layers);
    }

    /** {@return mean loss of the test images after the pass} */
    public double testLoss() {
        return test.loss();
    }

    /** {@return share of the test images answered rightly after the pass} */
    public double testAccuracy() {
        return test.top1();
    }
}
