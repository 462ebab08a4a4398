package layerwise.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Columns that know how they are printed: the numbers stay numbers, to be sorted and added. */
final class Columns {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private Columns() {}

    /** {@return text, to the left} */
    static Column<?> words(String name, Stream<String> words) {
        return StringColumn.create(name, words);
    }

    /** {@return integers, printed with thousands set apart} */
    static Column<?> counts(String name, LongStream counts) {
        var column = LongColumn.create(name, counts.toArray());
        column.setPrintFormatter(formatter("#,##0"));
        return column;
    }

    /** {@return numbers, printed as {@code pattern} says, in the words of {@link DecimalFormat}} */
    static Column<?> decimals(String name, DoubleStream numbers, String pattern) {
        var column = DoubleColumn.create(name, numbers.toArray());
        column.setPrintFormatter(formatter(pattern));
        return column;
    }

    private static NumberColumnFormatter formatter(String pattern) {
        return new NumberColumnFormatter(new DecimalFormat(pattern, SYMBOLS));
    }
}
