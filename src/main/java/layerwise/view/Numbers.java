package layerwise.view;

import java.util.Locale;
import layerwise.layers.Shape;

/** How numbers are written, the same on every machine whatever its language. */
final class Numbers {
    private Numbers() {}

    /** {@return 340,908} */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return how much more, +7, −7 or 0} */
    static String signed(long difference) {
        return (difference > 0 ? "+" : difference < 0 ? "−" : "") + grouped(Math.abs(difference));
    }

    /** {@return 1 parameter, 60,000 parameters} */
    static String counted(long number, String thing) {
        return grouped(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** {@return a share of 0 to 1 as 98.60 %} */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** {@return a loss with four decimals, 0.0512} */
    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    /** {@return a shape in ASCII, 6x28x28, for machines} */
    static String ascii(Shape shape) {
        return shape.channels() + "x" + shape.height() + "x" + shape.width();
    }
}
