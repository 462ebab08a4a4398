package layerwise.course;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import layerwise.train.Guards;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Budgets of a training named on the command line. */
final class Budgeted {

    /** Reads {@code 90s}, {@code 10m}, {@code 2h}. */
    static final class TimeConverter implements ITypeConverter<Duration> {
        private static final Pattern TIME = Pattern.compile("(\\d{1,6})([smh])");

        @Override
        public Duration convert(String text) {
            var time = TIME.matcher(text);
            if (!time.matches()) {
                throw new TypeConversionException("expected a time as in 90s, 10m or 2h, got " + text);
            }
            long count = Long.parseLong(time.group(1));
            return switch (time.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
        }
    }

    /** Reads {@code 800m}, {@code 4g}. */
    static final class SizeConverter implements ITypeConverter<Long> {
        private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([mg])");

        @Override
        public Long convert(String text) {
            var size = SIZE.matcher(text);
            if (!size.matches()) {
                throw new TypeConversionException("expected a size as in 800m or 4g, got " + text);
            }
            return Long.parseLong(size.group(1)) * (size.group(2).equals("m") ? 1_000_000L : 1_000_000_000L);
        }
    }

    @Option(
            names = "--time",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "End after 90s, 10m or 2h: before an epoch that would take longer.")
    private Optional<Duration> time = Optional.empty();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "End when the process has 800m or 4g in memory.")
    private Optional<Long> memory = Optional.empty();

    @Option(names = "--patience", paramLabel = "N", description = "End after N epochs without a lower test loss.")
    private Optional<Integer> patience = Optional.empty();

    Guards guards() {
        var guards = time.map(Guards.NONE::time).orElse(Guards.NONE);
        guards = memory.map(guards::memory).orElse(guards);
        return patience.map(guards::patience).orElse(guards);
    }
}
