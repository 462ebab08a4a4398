package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import layerwise.data.Slide;

/**
 * What a window computes at each position, written out as a learner would.
 *
 * @param slide whose sums they are
 */
record StepSums(Slide slide) {

    /** {@return the sum of one position written out, a line for each row of the window} */
    List<String> lines(Slide.Position position) {
        var rows = position.taps().stream()
                .collect(Collectors.groupingBy(Slide.Tap::row, TreeMap::new, Collectors.toList()));
        String between = slide.work() == Slide.Work.MAX ? ", " : " + ";
        var lines = new ArrayList<String>();
        for (var row : rows.values()) {
            lines.add(row.stream().map(this::term).collect(Collectors.joining(between)) + between.stripTrailing());
        }
        int end = lines.size() - 1;
        String last = lines.get(end);
        lines.set(
                end,
                last.substring(0, last.length() - between.stripTrailing().length()) + closed(position) + " = "
                        + shortened(position.result()));
        lines.set(0, opened(position) + lines.get(0));
        return lines;
    }

    private String term(Slide.Tap tap) {
        String value = signed(tap.value());
        return slide.work() == Slide.Work.WEIGHTED ? value + "·" + signed(tap.weight()) : value;
    }

    private String opened(Slide.Position position) {
        return switch (slide.work()) {
            case WEIGHTED -> "";
            case MAX -> "max(";
            case AVERAGE -> "(";
            case SUBSAMPLE -> signed(position.factor()) + " · (";
        };
    }

    private String closed(Slide.Position position) {
        return switch (slide.work()) {
            case WEIGHTED -> "";
            case MAX -> ")";
            case AVERAGE -> ") / " + position.taps().size();
            case SUBSAMPLE -> ") + " + signed(position.bias());
        };
    }

    private static String signed(double value) {
        return value < 0 ? "(" + shortened(value) + ")" : shortened(value);
    }

    /** {@return a number with two decimals at most} */
    static String shortened(double value) {
        String text = String.format(Locale.ROOT, "%.2f", Math.abs(value))
                .replaceAll("0+$", "")
                .replaceAll("\\.$", "");
        return value < 0 && !text.equals("0") ? "−" + text : text;
    }
}
