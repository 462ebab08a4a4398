package layerwise.exercise;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A whole number, typed as one or as text: {@code 61706}, {@code 61_706}, {@code "61,706"}; every digit counts.
 *
 * @param quantity what it measures
 */
record WholeKind(Quantity quantity) implements Kind<Long> {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public String noun() {
        return "a whole number";
    }

    @Override
    public String example() {
        return "1234";
    }

    @Override
    public Long read(Object given) {
        var number = Figures.read(given).orElseThrow(() -> Kind.expected(this, Kind.describe(given)));
        if (number.abs().compareTo(MOST) > 0) {
            throw Kind.expected(this, Kind.describe(given) + ", which is beyond 2⁶³ − 1");
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw Kind.expected(this, Kind.describe(given) + ", which has a fraction");
        }
        return number.longValueExact();
    }

    @Override
    public boolean same(Long one, Long other) {
        return one.equals(other);
    }

    @Override
    public String print(Long answer) {
        return Figures.print(answer);
    }

    @Override
    public Optional<String> near(Long right, Long given) {
        var remark = quantity.near(right, given);
        if (remark.isPresent()) {
            return remark;
        }
        if (rounded(right, given)) {
            return Optional.of("that is rounded; here every digit is asked for");
        }
        return tenfold(right, given) || tenfold(given, right)
                ? Optional.of("the digits are right; look at the zeros behind them")
                : Optional.empty();
    }

    /** 61,700 for 61,706: three zeros at least, and the digits before them agree. */
    private static boolean rounded(long right, long given) {
        long unit = 1;
        while (given != 0 && unit <= given / 10 && given % (unit * 10) == 0) {
            unit *= 10;
        }
        return unit >= 100 && Math.abs((double) right - given) <= unit / 2.0;
    }

    private static boolean tenfold(long small, long large) {
        long power = small;
        while (power > 0 && power < large && power <= Long.MAX_VALUE / 10) {
            power *= 10;
        }
        return small > 0 && power == large && small != large;
    }
}
