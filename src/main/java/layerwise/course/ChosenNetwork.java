package layerwise.course;

import java.util.Optional;
import java.util.regex.Pattern;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.Task;
import layerwise.zoo.Zoo;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** A network named on the command line, for the images and classes of its paper or for others. */
final class ChosenNetwork {

    /** Height and width of an image, {@code 128} or {@code 96x128}. */
    record Side(int height, int width) {}

    /** Reads a {@link Side}. */
    static final class SideConverter implements ITypeConverter<Side> {
        private static final Pattern SIDE = Pattern.compile("(\\d{1,6})(?:[x×](\\d{1,6}))?");

        @Override
        public Side convert(String text) {
            var sides = SIDE.matcher(text);
            if (!sides.matches()) {
                throw new TypeConversionException(
                        "expected a side in pixels as in 128, or height and width as in 96x128, got " + text);
            }
            int height = Integer.parseInt(sides.group(1));
            return new Side(height, sides.group(2) == null ? height : Integer.parseInt(sides.group(2)));
        }
    }

    @Parameters(paramLabel = "NETWORK", description = "The network's id, as in lenet5 or vgg-16.")
    private String id;

    @Option(
            names = "--input",
            paramLabel = "SIDE",
            converter = SideConverter.class,
            description = "Side of an image in pixels, or height and width as in 96x128; without it the paper's.")
    private Optional<Side> side;

    @Option(names = "--classes", paramLabel = "COUNT", description = "Classes to tell apart; without it the paper's.")
    private Optional<Integer> classes;

    /**
     * {@return the network}
     *
     * @throws IllegalArgumentException if there is none of that id, or the images do not fit it
     */
    Network network() {
        var entry = Zoo.entry(id);
        var usual = entry.task();
        var image = side.map(each -> Shape.of(usual.image().channels(), each.height(), each.width()))
                .orElse(usual.image());
        return entry.network(new Task(image, classes.orElse(usual.classes())));
    }
}
