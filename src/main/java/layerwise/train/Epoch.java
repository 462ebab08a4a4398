package layerwise.train;

/**
 * What one pass over the training images came to.
 *
 * @param number counted from 1
 * @param loss mean loss of the training images, each as its step found it
 * @param accuracy share of the training images answered rightly, each as its step found it
 * @param testLoss mean loss of the test images after the pass
 * @param testAccuracy share of the test images answered rightly after the pass
 */
public record Epoch(int number, double loss, double accuracy, double testLoss, double testAccuracy) {}
