package layerwise.train;

import java.util.Optional;

/**
 * How a layer learns, measured on the first batch of an epoch.
 *
 * @param path of the layer
 * @param gradientNorm |g| over its trained parameters, where it has any
 * @param updateRatio |Δw| / |w| of the step, where it has any; near 0.001 in training that goes well, as a rule of thumb
 * @param deadShare of a ReLU: the share of its units (maps, where it writes maps) that give 0 for every image of the batch
 */
public record LayerMeasure(
        String path, Optional<Double> gradientNorm, Optional<Double> updateRatio, Optional<Double> deadShare) {}
