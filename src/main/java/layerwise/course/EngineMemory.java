package layerwise.course;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many arrays of an engine are still reachable: what lies behind them is outside the heap, where no limit shows. */
final class EngineMemory {
    private static final Pattern ARRAY = Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+"
            + "(?:ai\\.djl\\.\\S*\\.\\w+NDArray|layerwise\\.engine\\.Handles\\$Handle)(?!\\w).*$");

    /** An engine that was opened, with or without arrays. */
    private static final Pattern ENGINE = Pattern.compile("\\bai\\.djl\\.\\S*\\.\\w+Engine(?!\\S)");

    private EngineMemory() {}

    /**
     * {@return a line for {@code %mem}, empty where no engine was opened or this JVM does not count objects}
     *
     * <p>Counting collects garbage first, so what is left is held by a variable, an open manager or a training.
     */
    static String line() {
        return line(histogram());
    }

    static String line(String histogram) {
        long arrays = count(histogram);
        if (arrays > 0) {
            return String.format(
                    Locale.ROOT,
                    "engine arrays: %,d are held by variables and open managers; close a manager to give them back",
                    arrays);
        }
        return ENGINE.matcher(histogram).find() ? "engine arrays: none are held" : "";
    }

    static long count(String histogram) {
        return histogram
                .lines()
                .map(ARRAY::matcher)
                .filter(matcher -> matcher.matches())
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .sum();
    }

    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            return ""; // no HotSpot
        }
    }
}
