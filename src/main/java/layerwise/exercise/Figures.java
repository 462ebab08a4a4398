package layerwise.exercise;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as learners type them and as sentences print them. */
final class Figures {
    private static final double LEAST = 1e-9;
    private static final double MOST = 1e15;
    private static final Map<String, Integer> PREFIXES =
            Map.of("", 0, "k", 3, "thousand", 3, "m", 6, "million", 6, "g", 9, "billion", 9);
    private static final Pattern TYPED =
            Pattern.compile("([-−+]?(?:[1-9]\\d{0,2}(?:[, _']\\d{3})+|\\d+)?(?:\\.\\d+)?(?:e[+-]?\\d{1,3})?)\\s*"
                    + "(k|m|g|thousand|million|billion|)\\s*[%×]?");

    private Figures() {}

    /** {@return the digits in threes: {@code 61,706}} */
    static String print(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return the number without zeros that say nothing: {@code 8.84}, {@code 12}; as Java has it where it is extreme} */
    static String print(double number) {
        if (!Double.isFinite(number) || number != 0 && (Math.abs(number) < LEAST || Math.abs(number) >= MOST)) {
            return String.valueOf(number); // NaN, Infinity, 4.9E-324
        }
        if (number == Math.rint(number)) {
            return print((long) number);
        }
        return new BigDecimal(String.format(Locale.ROOT, "%.6g", number))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** {@return the number that was given as a number, or as a text like {@code 1,516}, {@code 61.7M} or {@code 45 %}} */
    static Optional<BigDecimal> read(Object given) {
        if (given instanceof Double || given instanceof Float) {
            double number = ((Number) given).doubleValue();
            return Double.isFinite(number) ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
        }
        if (given instanceof Number number) {
            return parse(number.toString(), "");
        }
        return given instanceof CharSequence text ? typed(text.toString()) : Optional.empty();
    }

    /** {@return the text with a point where it has one comma and no point, which may be meant for one: {@code 0,001}} */
    static Optional<String> pointed(Object given) {
        String text = given instanceof CharSequence ? given.toString().strip() : "";
        return text.matches("[-−+]?\\d*,\\d+\\s*[%×]?") ? Optional.of(text.replace(',', '.')) : Optional.empty();
    }

    private static Optional<BigDecimal> typed(String text) {
        var match = TYPED.matcher(text.strip().toLowerCase(Locale.ROOT));
        return match.matches() ? parse(match.group(1).replaceAll("[, _']", ""), match.group(2)) : Optional.empty();
    }

    private static Optional<BigDecimal> parse(String digits, String prefix) {
        try {
            return Optional.of(new BigDecimal(digits.replace('−', '-')).scaleByPowerOfTen(PREFIXES.get(prefix)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a Number of somebody else's, or a sign without digits
        }
    }
}
