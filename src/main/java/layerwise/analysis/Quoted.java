package layerwise.analysis;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerwise.layers.Given;

/**
 * A number as somebody printed it: its digits say how far it may be from what was counted.
 *
 * @param text as it was printed
 * @param digits before the prefix, 6.8 of 6.8 million
 * @param prefix what is counted in
 * @param unit what is counted
 */
public record Quoted(String text, BigDecimal digits, Prefix prefix, Unit unit) {

    /** What stands between digits and unit. */
    public enum Prefix {
        /** Nothing: the number is written out. */
        ONE,
        /** K, thousand. */
        KILO,
        /** M, million. */
        MEGA,
        /** G, billion. */
        GIGA,
        /** T, trillion. */
        TERA,
        /** Ki: 1024. */
        KIBI,
        /** Mi: 1024². */
        MEBI,
        /** Gi: 1024³. */
        GIBI;

        private boolean binary() {
            return compareTo(TERA) > 0;
        }

        /** {@return how many thousands are multiplied} */
        int power() {
            return binary() ? ordinal() - TERA.ordinal() : ordinal();
        }
    }

    /** What the text says is counted. */
    public enum Unit {
        /** The text does not say. */
        UNSAID(Quantity.PARAMETERS, Quantity.OPERATIONS),
        /** Parameters, weights. */
        PARAMETERS(Quantity.PARAMETERS),
        /** Multiply-accumulates. */
        MACS(Quantity.OPERATIONS),
        /** Floating-point operations, as which many print multiply-accumulates. */
        FLOPS(Quantity.OPERATIONS),
        /** Connections. */
        CONNECTIONS(Quantity.OPERATIONS),
        /** Bytes. */
        BYTES(Quantity.BYTES),
        /** Times: a ratio of two networks. */
        TIMES(Quantity.PARAMETERS, Quantity.OPERATIONS);

        private final List<Quantity> quantities;

        Unit(Quantity... quantities) {
            this.quantities = List.of(quantities);
        }

        /** {@return what is searched for such a number} */
        public List<Quantity> quantities() {
            return quantities;
        }
    }

    private static final Pattern PRINTED = Pattern.compile("(?:≈|~|about)?\\s*"
            + "(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*"
            + "(thousand|million|billion|trillion|[kmg]i|[kmgt]|b(?=\\s*(?:p|w|m|f|o)))?\\s*"
            + "(parameters|params|weights|macs?|mult-adds|multiply-adds|madds|multiply-accumulates"
            + "|flops?|operations|ops|connections|bytes|b|×|x|times)?");

    private static final Pattern POWER =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:[×x]\\s*10\\s*\\^?|e)\\s*(\\d|1[0-4])(?!\\d)");

    private static final Map<String, Prefix> PREFIXES = Map.ofEntries(
            Map.entry("k", Prefix.KILO),
            Map.entry("thousand", Prefix.KILO),
            Map.entry("m", Prefix.MEGA),
            Map.entry("million", Prefix.MEGA),
            Map.entry("g", Prefix.GIGA),
            Map.entry("billion", Prefix.GIGA),
            Map.entry("b", Prefix.GIGA),
            Map.entry("t", Prefix.TERA),
            Map.entry("trillion", Prefix.TERA),
            Map.entry("ki", Prefix.KIBI),
            Map.entry("mi", Prefix.MEBI),
            Map.entry("gi", Prefix.GIBI));

    /** Refuses a number that is not positive. */
    public Quoted {
        if (digits.signum() <= 0) {
            throw new IllegalArgumentException("a quoted number is positive, got " + text);
        }
    }

    /**
     * {@return the number written out; three zeros at its end are a prefix, so that 13,000,000 is 13M}
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static Quoted of(long number) {
        return writtenOut(String.format(Locale.ROOT, "%,d", number), BigDecimal.valueOf(number), Unit.UNSAID);
    }

    /**
     * {@return the number as printed: {@code 62,378,344}, {@code 6.8 million}, {@code 15.3 GFLOPs}, {@code 98 MB},
     * {@code 12×}}
     *
     * @throws IllegalArgumentException if it is no such number, or not positive
     */
    public static Quoted of(String printed) {
        Given.value(printed, "a printed number");
        Matcher match = PRINTED.matcher(plain(printed.strip().toLowerCase(Locale.ROOT)));
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "expected a number as printed, such as 62,378,344, 6.8M, 15.3 GFLOPs, 98 MB or 12×, got "
                            + printed);
        }
        String fraction = match.group(2) == null ? "" : match.group(2);
        var digits = new BigDecimal(match.group(1).replace(",", "") + fraction);
        var unit = unit(match.group(4) == null ? "" : match.group(4));
        if (match.group(3) != null) {
            return new Quoted(printed.strip(), digits, PREFIXES.get(match.group(3)), unit);
        }
        if ("b".equals(match.group(4))) {
            throw new IllegalArgumentException(
                    printed + ": B is bytes to some and billions to others; write bytes, or G for billions");
        }
        return fraction.isEmpty() && unit != Unit.TIMES
                ? writtenOut(printed.strip(), digits, unit)
                : new Quoted(printed.strip(), digits, Prefix.ONE, unit);
    }

    /** Thousands set apart by blanks or _ are set apart by commas; {@code ×10⁹}, {@code ×10^9} and {@code e9} are G. */
    private static String plain(String printed) {
        String text = Normalizer.normalize(printed, Normalizer.Form.NFKC)
                .replace("_", "")
                .replaceAll("(?<=\\d) (?=\\d{3}(?!\\d))", ",");
        Matcher power = POWER.matcher(text);
        if (!power.lookingAt()) {
            return text;
        }
        int ten = Integer.parseInt(power.group(2));
        return new BigDecimal(power.group(1)).movePointRight(ten % 3).toPlainString()
                + List.of("", "k", "m", "g", "t").get(Math.min(ten / 3, 4))
                + text.substring(power.end());
    }

    private static Unit unit(String word) {
        return switch (word) {
            case "" -> Unit.UNSAID;
            case "parameters", "params", "weights" -> Unit.PARAMETERS;
            case "flop", "flops", "operations", "ops" -> Unit.FLOPS;
            case "connections" -> Unit.CONNECTIONS;
            case "bytes", "b" -> Unit.BYTES;
            case "×", "x", "times" -> Unit.TIMES;
            default -> Unit.MACS;
        };
    }

    private static Quoted writtenOut(String text, BigDecimal number, Unit unit) {
        var stripped = number.stripTrailingZeros();
        int power = stripped.scale() > -3 ? 0 : Math.min((number.precision() - 1) / 3, Prefix.TERA.ordinal());
        var digits = number.movePointLeft(3 * power).stripTrailingZeros();
        return new Quoted(text, digits.scale() < 0 ? digits.setScale(0) : digits, Prefix.values()[power], unit);
    }

    /** {@return how many of the unit the prefix stands for where {@code counting} says what K and M are} */
    BigDecimal base(Counting counting) {
        var k = BigDecimal.valueOf(1024);
        if (prefix.binary() || counting.departures().contains(Convention.BINARY)) {
            return k.pow(prefix.power());
        }
        return counting.departures().contains(Convention.MIXED)
                ? k.multiply(BigDecimal.TEN.pow(3 * prefix.power() - 3))
                : BigDecimal.TEN.pow(3 * prefix.power());
    }

    /** {@return whether K and M could be powers of 1024 without being written so} */
    boolean mayBe(Convention convention) {
        return switch (convention) {
            case BINARY -> prefix.power() > 0 && !prefix.binary();
            case MIXED -> prefix.power() > 1 && !prefix.binary();
            case CUT -> digits.stripTrailingZeros().precision() > 1;
            default -> true;
        };
    }

    /** {@return the number in full, by powers of 1000 where the prefix says nothing else} */
    public BigDecimal value() {
        return digits.multiply(base(Counting.PLAIN));
    }
}
