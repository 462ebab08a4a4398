package layerwise.analysis;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import layerwise.analysis.Convention.Topic;

/** What a printed number may count. */
public enum Quantity {
    /** Numbers that a network keeps. */
    PARAMETERS(EnumSet.of(
            Topic.GROUPS,
            Topic.SHORTCUTS,
            Topic.CONVOLUTION_BIASES,
            Topic.CLASSES,
            Topic.IMAGE,
            Topic.LAYERS,
            Topic.HEADS,
            Topic.BIASES,
            Topic.SCALES,
            Topic.UNTRAINED,
            Topic.PREFIX,
            Topic.DIGITS)),
    /** Operations for one image; nobody prints them in powers of 1024. */
    OPERATIONS(EnumSet.of(
            Topic.GROUPS,
            Topic.SHORTCUTS,
            Topic.STRIDES,
            Topic.CLASSES,
            Topic.IMAGE,
            Topic.RESOLUTION,
            Topic.PADDING,
            Topic.LAYERS,
            Topic.HEADS,
            Topic.OPERATION,
            Topic.DIGITS)),
    /** Bytes of a model's file, norm statistics included. */
    BYTES(EnumSet.of(
            Topic.GROUPS,
            Topic.CONVOLUTION_BIASES,
            Topic.CLASSES,
            Topic.HEADS,
            Topic.SCALES,
            Topic.FILE,
            Topic.PREFIX));

    private final Set<Topic> topics;

    Quantity(Set<Topic> topics) {
        this.topics = topics;
    }

    /** {@return the conventions in which countings of this quantity differ} */
    public List<Convention> conventions() {
        return Arrays.stream(Convention.values())
                .filter(each -> topics.contains(each.topic()))
                .filter(each -> this != BYTES || each != Convention.MIXED)
                .toList();
    }
}
