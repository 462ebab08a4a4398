package layerwise.zoo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The ten digits as bitmaps of 7 × 12 pixels, +1 for ink and −1 for paper: the 84 numbers that F6 of LeNet-5 is asked to
 * produce for each class (LeCun et al. 1998, section II-B and figure 3).
 *
 * <p>The paper prints the bitmaps as a picture of the full ASCII set and gives no table; the pixels below follow the
 * reading of that picture which implementations of LeNet-5 share.
 */
public final class DigitCodes {
    private DigitCodes() {}

    /** Columns of a bitmap. */
    public static final int WIDTH = 7;

    /** Rows of a bitmap. */
    public static final int HEIGHT = 12;

    // spotless:off
    private static final List<String> BITMAPS = List.of(
        ".#####. ...##.. .#####. ####### .#####. .#####. ..####. ####### .#####. .#####.",
        "....... ..###.. ....... .....## ....... ....... .##.... .....## ##...## ##..###",
        "..###.. .####.. .#####. ....##. ....... ####### ##..... .....## ##...## ##...##",
        ".##.##. ...##.. ##...## ...##.. .##..## ##..... ##..... ....##. ##...## ##...##",
        "##...## ...##.. #....## ..####. .##..## ##..... ######. ...##.. .#####. ##..###",
        "##...## ...##.. ....##. .....## ###..## .####.. ###..## ...##.. ##...## .######",
        "##...## ...##.. ..###.. .....## ##...## ..####. ##...## ..##... ##...## .....##",
        "##...## ...##.. .##.... .....## ##...## .....## ##...## ..##... ##...## .....##",
        ".##.##. ...##.. ##..... ##...## ##..### ##...## ###..## ..##... ##...## ....##.",
        "..###.. .###### ####### .#####. .###### .#####. .#####. ..##... .#####. .####..",
        "....... ....... ....... ....... .....## ....... ....... ....... ....... .......",
        "....... ....... ....... ....... .....## ....... ....... ....... ....... .......");
    // spotless:on

    private static final List<List<Integer>> CODES =
            IntStream.range(0, 10).mapToObj(DigitCodes::code).toList();

    /** {@return for each digit its 84 numbers, row by row} */
    public static List<List<Integer>> all() {
        return CODES;
    }

    /** {@return the bitmap of {@code digit} as 12 lines of {@code #} and {@code .}} */
    public static String picture(int digit) {
        var rows = BITMAPS.stream().map(row -> row.trim().split("\\s+")[digit]);
        return String.join("\n", rows.toList());
    }

    private static List<Integer> code(int digit) {
        return picture(digit)
                .chars()
                .filter(pixel -> pixel != '\n')
                .map(pixel -> pixel == '#' ? 1 : -1)
                .boxed()
                .toList();
    }
}
