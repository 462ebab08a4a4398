package layerwise.course;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import layerwise.engine.Parallel;
import layerwise.train.Training;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the steps of a training are spread over the machine, named on the command line. */
final class ChosenReplicas {

    /** A training as it was asked for. */
    @FunctionalInterface
    interface Spread {
        Training of(Training training);
    }

    /** Reads {@code 2} and {@code auto}. */
    static final class SpreadConverter implements ITypeConverter<Spread> {
        private static final Pattern COUNT = Pattern.compile("[1-" + Parallel.MOST + "]");

        @Override
        public Spread convert(String text) {
            if (text.equals("auto")) {
                return Training::fastest;
            }
            if (!COUNT.matcher(text).matches()) {
                throw new TypeConversionException(
                        "expected 1 to " + Parallel.MOST + " replicas as in 2, or auto, got " + text);
            }
            return training -> training.spread(new Parallel(Integer.parseInt(text), 1));
        }
    }

    @Option(
            names = "--replicas",
            paramLabel = "N|auto",
            converter = SpreadConverter.class,
            description = "Share each batch among N copies of the network, each on a thread of its own; auto takes the"
                    + " replicas or threads that are fastest in a short trial. Without it one thread works, and rounds"
                    + " alike on every machine.")
    private Optional<Spread> spread = Optional.empty();

    /**
     * {@return {@code training}, spread as was asked for}
     *
     * @throws IllegalArgumentException if there are more replicas than images in a batch
     */
    Training spread(Training training) {
        return spread.map(each -> each.of(training)).orElse(training);
    }

    /** {@return the option if it was given} */
    List<String> given() {
        return spread.map(each -> "--replicas").stream().toList();
    }
}
