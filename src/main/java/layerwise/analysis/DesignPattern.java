package layerwise.analysis;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How convolutional networks are usually built, after lecture notes: three tendencies, and what a name promises.
 *
 * <p>A pattern is no law. Networks that break one do so for a reason, and {@link Departure} says where to look for it.
 * Auxiliary heads are not looked at: they are gone when the network is used.
 */
public enum DesignPattern {
    /** First a part that makes features, then one that sorts them. */
    EXTRACTOR_THEN_CLASSIFIER(
            "extractor, then classifier",
            "convolutions come first, dense layers last, and no convolution or pooling behind a flattening,"
                    + " global pooling or dense layer",
            Outline::halves,
            outline -> true),

    /** Maps grow in number and shrink in size. */
    DEPTH_UP_SIZE_DOWN(
            "depth up, size down",
            "while there are maps, their channels never fall and their sides never rise; the layer that gives the"
                    + " classes is excepted",
            Outline::maps,
            outline -> true),

    /** Dense layers get narrower, or stay as wide. */
    DENSE_WIDTHS_NEVER_RISE(
            "dense widths never rise",
            "a dense layer has at most the units of the dense layer that it reads; the layer that gives the classes is"
                    + " excepted",
            Outline::widths,
            Outline::hasDenseLayers),

    /** The number behind the hyphen of a name, as in VGG-16, counts the layers. */
    DEPTH_AS_NAMED(
            "depth as named",
            "the first whole number behind a hyphen in the name is the number of weighted layers on the longest path",
            Outline::depth,
            outline -> outline.namedDepth().isPresent());

    private final String title;
    private final String rule;
    private final Function<Outline, List<Departure>> departures;
    private final Predicate<Outline> concerns;

    DesignPattern(
            String title, String rule, Function<Outline, List<Departure>> departures, Predicate<Outline> concerns) {
        this.title = title;
        this.rule = rule;
        this.departures = departures;
        this.concerns = concerns;
    }

    /** {@return the pattern in a few words} */
    public String title() {
        return title;
    }

    /** {@return what exactly is asked of a network} */
    public String rule() {
        return rule;
    }

    List<Departure> departures(Outline outline) {
        return departures.apply(outline);
    }

    boolean concerns(Outline outline) {
        return concerns.test(outline);
    }
}
