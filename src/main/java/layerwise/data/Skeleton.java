package layerwise.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way to write a digit: the strokes of a pen, each a list of points on a sheet 100 × 100, y downwards.
 *
 * @param strokes smooth curves through {x, y} points; a sharp turn ends one curve and begins the next
 */
record Skeleton(List<double[][]> strokes) {

    // Strokes are separated by "|"; the pen goes smoothly through the points, and turns sharply at one marked "!".
    // spotless:off
    private static final String[][] WRITTEN = {
        {"50,4 26,18 18,50 28,84 50,96 74,82 82,50 74,16 50,4",                      // 0: an oval
         "62,8 40,6 26,30 24,66 38,94 60,90 74,60 72,26 56,6 44,8",                  //    narrow, overlapping
         "68,16 44,5 22,30 20,66 40,95 68,86 80,50 68,20 46,14",                     //    the end tucked in
         "50,12 24,24 14,52 26,82 52,90 78,78 86,50 74,24 50,12",                    //    round
         "40,14 24,44 28,82 50,95 72,76 76,38 58,8 46,6"},                           //    not quite closed
        {"50,4 50,96",                                                               // 1: a line
         "34,26 54,5! 52,96",                                                        //    with a serif
         "30,27 52,6! 52,94 | 28,95 76,94",                                          //    with a serif and a foot
         "55,4 51,40 46,96",                                                         //    bent
         "66,5 36,96"},                                                              //    leaning
        {"22,26 34,8 58,5 74,22 66,46 42,72 20,93! 80,92",                           // 2: a straight base
         "24,24 42,6 66,10 72,32 56,62 30,88 18,90 20,77 36,78 56,92 82,88",         //    a loop at the turn
         "26,12 60,7 72,22 58,48 24,90! 50,86 80,94",                                //    almost a z
         "20,36 28,12 54,4 76,20 72,44 48,66 22,88! 46,83 66,94 84,84",              //    a wavy base
         "28,30 26,12 50,4 70,18 60,44 36,74 22,94! 76,96"},                         //    a hooked start
        {"24,16 46,4 70,14 68,34 44,47! 72,56 78,78 54,96 22,86",                    // 3: two bows
         "24,8 74,8! 44,40! 72,52 76,78 52,95 22,84",                                //    a flat top
         "22,20 48,5 72,20 62,40 42,50 38,44 66,52 76,76 52,96 20,84",               //    a loop between
         "30,12 56,5 68,22 48,44! 70,60 66,84 44,96 26,88",                          //    narrow
         "20,10 50,4 74,16 58,38 40,46! 62,48 82,68 62,94 30,97 16,88"},             //    a heavy lower bow
        {"28,8 22,48 40,58 82,54 | 70,12 64,96",                                     // 4: open and round
         "86,63 16,64! 62,5! 62,96",                                                 //    closed
         "26,6 20,56! 84,54 | 66,26 64,96",                                          //    open and square
         "24,10 22,44 42,58 70,46 | 76,8 70,50 64,97",                               //    a cup
         "84,58 18,62! 52,8 66,4! 60,96"},                                           //    closed and leaning
        {"74,8 32,8! 28,44! 52,37 76,54 72,82 48,96 22,86",                          // 5: one stroke
         "34,11 30,46! 56,42 76,62 66,88 42,96 22,88 | 33,10 78,6",                  //    the flag put on last
         "78,8 46,10 30,26 42,46 66,58 70,80 48,96 22,88",                           //    almost an s
         "70,8 36,8! 32,46! 64,47 76,68 60,94 24,94",                                //    square
         "36,14 34,42 52,42 68,60 58,88 34,92 | 40,14 60,14 84,4"},                  //    a flying flag
        {"66,6 40,28 24,62 34,92 60,94 74,74 58,56 34,66 26,76",                     // 6: a curved back
         "60,4 30,50 24,78 44,96 68,86 68,64 48,56 28,74",                           //    a straight back
         "76,14 54,5 30,30 22,66 38,95 66,90 74,68 54,54 28,70",                     //    curly
         "48,4 34,40 30,76 46,96 62,82 58,64 44,63 32,80",                           //    narrow
         "74,4 44,24 22,58 22,84 44,95 66,80 54,66 22,78"},                          //    leaning, a flat bowl
        {"20,12 78,10! 44,96",                                                       // 7: two lines
         "20,12 78,10! 46,96 | 34,52 74,50",                                         //    with a bar
         "20,28 24,10! 78,10! 56,48 46,96",                                          //    with a serif
         "18,16 46,13 78,10! 60,40 50,70 48,96",                                     //    curved
         "22,24 24,9! 76,12! 48,96 | 32,54 68,48",                                   //    with a serif and a bar
         "16,26 38,10 74,14 70,34 52,66 42,96"},                                     //    round
        {"70,18 50,5 30,18 36,38 62,58 74,78 52,96 28,80 38,58 62,40 70,18",         // 8: one stroke
         "50,5 32,14 32,34 50,46 68,34 68,14 50,5 | 50,46 26,60 26,84 50,96 74,84 74,60 50,46", // two rings
         "76,12 50,5 32,20 42,42 66,60 70,84 48,96 28,80 42,56 66,36 78,14",         //    open at the top
         "62,14 46,6 36,22 46,44 60,66 58,90 44,96 36,80 46,56 62,34 62,14",         //    narrow
         "80,14 54,12 38,26 52,44 62,62 48,92 26,90 30,70 56,46 80,14"},             //    leaning
        {"72,22 54,6 30,16 26,38 46,50 68,36 74,14! 70,96",                          // 9: a straight leg
         "70,20 48,5 26,22 32,46 58,46 72,22 74,56 62,88 36,94",                     //    a curved leg
         "74,10 46,6 26,24 34,46 58,44 74,12! 72,50 66,96",                          //    a tall leg
         "68,28 50,8 28,28 44,48 68,30! 58,66 50,96",                                //    leaning
         "76,20 50,8 24,28 42,42 76,18 68,56 46,97"},                                //    a flat bowl
    };
    // spotless:on

    private static final List<List<Skeleton>> STYLES = styles();

    /** {@return the ways to write this digit, the plainest first} */
    static List<Skeleton> of(int digit) {
        return STYLES.get(digit);
    }

    private static List<List<Skeleton>> styles() {
        List<List<Skeleton>> styles = new ArrayList<>();
        for (String[] digit : WRITTEN) {
            styles.add(Arrays.stream(digit).map(Skeleton::parse).toList());
        }
        return List.copyOf(styles);
    }

    private static Skeleton parse(String text) {
        List<double[][]> strokes = new ArrayList<>();
        for (String stroke : text.replaceAll("(\\S+)!", "$1 | $1").split(" \\| ")) {
            strokes.add(points(stroke.trim().split(" ")));
        }
        return new Skeleton(List.copyOf(strokes));
    }

    /** A line of two points gets one in the middle, so that a hand can bend it. */
    private static double[][] points(String[] pairs) {
        List<double[]> points = new ArrayList<>();
        for (String pair : pairs) {
            String[] xy = pair.split(",");
            points.add(new double[] {Double.parseDouble(xy[0]), Double.parseDouble(xy[1])});
        }
        if (points.size() == 2) {
            double[] a = points.get(0);
            double[] b = points.get(1);
            points.add(1, new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2});
        }
        return points.toArray(double[][]::new);
    }
}
