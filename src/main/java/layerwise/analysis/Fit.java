package layerwise.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How well a counted number is the printed one; the better first. */
public enum Fit {
    /** The same number to the last digit. */
    EXACT,
    /** The same number once it is written with as many digits. */
    ROUNDED,
    /** The zeros before the prefix only fill: 61.0 million is 60 million. A file is measured, so its are digits. */
    ROUND_NUMBER,
    /** Names and structure of a file, up to 2 %, make up for the rest. */
    WITH_STRUCTURE;

    private static final BigDecimal STRUCTURE = new BigDecimal("1.02");

    /** {@return how {@code count} fits what was printed, or nothing where it does not} */
    static Optional<Fit> of(BigDecimal count, Quoted quoted, Quantity quantity, Counting counting) {
        var base = quoted.base(counting);
        if (count.compareTo(quoted.digits().multiply(base)) == 0) {
            return Optional.of(EXACT);
        }
        var number = count.divide(base, MathContext.DECIMAL64);
        boolean cut = counting.departures().contains(Convention.CUT);
        if (same(written(number, quoted, cut ? RoundingMode.DOWN : RoundingMode.HALF_UP), quoted)) {
            return Optional.of(ROUNDED);
        }
        if (quantity == Quantity.BYTES) {
            return reaches(number, quoted) ? Optional.of(WITH_STRUCTURE) : Optional.empty();
        }
        boolean round = !cut && same(number.round(roughly(quoted)), quoted);
        return round ? Optional.of(ROUND_NUMBER) : Optional.empty();
    }

    private static boolean same(BigDecimal number, Quoted quoted) {
        return number.compareTo(quoted.digits()) == 0;
    }

    private static BigDecimal written(BigDecimal number, Quoted quoted, RoundingMode rounding) {
        return number.setScale(quoted.digits().scale(), rounding);
    }

    /** As many digits as the printed whole number has before its zeros; all of a fraction's digits were meant. */
    private static MathContext roughly(Quoted quoted) {
        var digits = quoted.digits();
        return new MathContext(
                digits.scale() > 0
                        ? digits.precision()
                        : digits.stripTrailingZeros().precision(),
                RoundingMode.HALF_UP);
    }

    /** Whether a file of these numbers and up to 2 % more is as large as printed. */
    private static boolean reaches(BigDecimal number, Quoted quoted) {
        var most = written(number.multiply(STRUCTURE), quoted, RoundingMode.HALF_UP);
        return written(number, quoted, RoundingMode.HALF_UP).compareTo(quoted.digits()) <= 0
                && most.compareTo(quoted.digits()) >= 0;
    }
}
