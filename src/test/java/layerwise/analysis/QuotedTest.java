package layerwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            62,378,344     | 62378344 | ONE  | UNSAID      | 62378344
            62_378_344     | 62378344 | ONE  | UNSAID      | 62378344
            13,000,000     | 13       | MEGA | UNSAID      | 13000000
            650,000        | 650      | KILO | UNSAID      | 650000
            6.8M           | 6.8      | MEGA | UNSAID      | 6800000
            6.8 million    | 6.8      | MEGA | UNSAID      | 6800000
            7.0M           | 7.0      | MEGA | UNSAID      | 7000000
            ≈62M           | 62       | MEGA | UNSAID      | 62000000
            about 62 M     | 62       | MEGA | UNSAID      | 62000000
            3.8 G          | 3.8      | GIGA | UNSAID      | 3800000000
            3.8 billion    | 3.8      | GIGA | UNSAID      | 3800000000
            15.3 GFLOPs    | 15.3     | GIGA | FLOPS       | 15300000000
            569M mult-adds | 569      | MEGA | MACS        | 569000000
            300 MAdds      | 300      | ONE  | MACS        | 300
            4 GMACs        | 4        | GIGA | MACS        | 4000000000
            5.3M params    | 5.3      | MEGA | PARAMETERS  | 5300000
            340,908 connections | 340908 | ONE | CONNECTIONS | 340908
            98 MB          | 98       | MEGA | BYTES       | 98000000
            98 MiB         | 98       | MEBI | BYTES       | 102760448
            320KiB         | 320      | KIBI | BYTES       | 327680
            12×            | 12       | ONE  | TIMES       | 12
            8.7 times      | 8.7      | ONE  | TIMES       | 8.7
            3.8×10^9       | 3.8      | GIGA | UNSAID      | 3800000000
            3.8 × 10⁹ FLOPs | 3.8     | GIGA | FLOPS       | 3800000000
            5.3e6          | 5.3      | MEGA | UNSAID      | 5300000
            2.5×10^7       | 25       | MEGA | UNSAID      | 25000000
            0.39B FLOPs    | 0.39     | GIGA | FLOPS       | 390000000
            62 378 344     | 62378344 | ONE  | UNSAID      | 62378344
            """)
    void aNumberIsReadAsItIsPrinted(
            String printed, BigDecimal digits, Quoted.Prefix prefix, Quoted.Unit unit, BigDecimal value) {
        var quoted = Quoted.of(printed);
        assertThat(quoted).isEqualTo(new Quoted(printed, digits, prefix, unit));
        assertThat(quoted.value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1_000, 60_000, 13_000_000, 60_965_224, 630_000_000, 15_300_000_000L, Long.MAX_VALUE})
    void aNumberIsReadAsItsText(long number) {
        var quoted = Quoted.of(number);
        assertThat(quoted).isEqualTo(Quoted.of(quoted.text()));
        assertThat(quoted.value()).isEqualByComparingTo(BigDecimal.valueOf(number));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quoted.of("a dozen"))
                .withMessage("expected a number as printed, such as 62,378,344, 6.8M, 15.3 GFLOPs, 98 MB or 12×, "
                        + "got a dozen");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quoted.of("1,5M"))
                .withMessage("expected a number as printed, such as 62,378,344, 6.8M, 15.3 GFLOPs, 98 MB or 12×, "
                        + "got 1,5M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quoted.of(0))
                .withMessage("a quoted number is positive, got 0");
    }

    @Test
    void billionsAndBytesAreNotMistaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quoted.of("3.8B"))
                .withMessage("3.8B: B is bytes to some and billions to others; write bytes, or G for billions");
    }

    @ParameterizedTest(name = "{1} as {0} is {2}")
    @CsvSource({
        "'62,378,344', 62378344, EXACT",
        "'62,378,344', 62378345, NONE",
        "62M,          62378344, ROUNDED",
        "62M,          61500000, ROUNDED",
        "62M,          61499999, NONE",
        "62M,          62500000, NONE",
        "60M,          60965224, ROUND_NUMBER",
        "60M,          55000000, ROUND_NUMBER",
        "60M,          54999999, NONE",
        "60.0M,        60965224, NONE",
        "10M,           9500000, ROUNDED",
        "10M,          14999999, ROUND_NUMBER",
        "10M,           9499999, NONE",
        "7M,            6998552, ROUNDED",
        "7.0M,          6998552, ROUNDED",
        "7.00M,         6998552, ROUNDED",
        "7.000M,        6998552, NONE",
    })
    void theDigitsSayHowFarACountMayBe(String printed, BigDecimal count, String fit) {
        assertThat(Fit.of(count, Quoted.of(printed), Quantity.PARAMETERS, Counting.PLAIN)
                        .map(Fit::name)
                        .orElse("NONE"))
                .isEqualTo(fit);
    }

    @ParameterizedTest(name = "{1} as {0} by {2} is {3}")
    @CsvSource({
        "3.8G,  3857973248, CUT,    ROUNDED",
        "3.9G,  3857973248, CUT,    NONE",
        "6.8M,     6998552, MIXED,  ROUNDED",
        "1000K,    1024000, BINARY, EXACT",
        "98MB,   102760448, BINARY, EXACT",
    })
    void aConventionSaysWhatADigitIs(String printed, BigDecimal count, Convention convention, String fit) {
        assertThat(Fit.of(count, Quoted.of(printed), Quantity.PARAMETERS, Counting.of(convention))
                        .map(Fit::name)
                        .orElse("NONE"))
                .isEqualTo(fit);
    }

    @Test
    void aFileIsAsLargeAsItsNumbersOrAFiftiethLarger() {
        var quoted = Quoted.of("10.0 MB");
        assertThat(fit(9_804_000, quoted)).isEqualTo("WITH_STRUCTURE");
        assertThat(fit(9_700_000, quoted)).isEqualTo("NONE");
        assertThat(fit(10_060_000, quoted)).isEqualTo("NONE");
        assertThat(fit(10_010_000, quoted)).isEqualTo("ROUNDED");
        assertThat(fit(92_682_200, Quoted.of("90 MB"))).as("zeros are digits").isEqualTo("NONE");
    }

    private static String fit(long bytes, Quoted quoted) {
        return Fit.of(BigDecimal.valueOf(bytes), quoted, Quantity.BYTES, Counting.PLAIN)
                .map(Fit::name)
                .orElse("NONE");
    }
}
