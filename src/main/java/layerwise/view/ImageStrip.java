package layerwise.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerwise.data.Dataset;
import layerwise.data.Planes;
import layerwise.train.Predictions;

/** Small images in a grid, each pixel a square, with a caption below: a label, or an answer and whether it is right. */
public final class ImageStrip implements Picture {
    private static final int MARGIN = 10;
    private static final int GAP = 10;
    private static final int NARROW = 58;
    private static final int WIDE = 104;
    private static final int SHORT = 6;
    private static final int LINE = 15;

    private final List<Tile> tiles;

    private ImageStrip(List<Tile> tiles) {
        this.tiles = tiles;
    }

    /**
     * {@return the first {@code count} images with their labels}
     *
     * @throws IllegalArgumentException if there are fewer, or none is asked for
     */
    public static ImageStrip of(Dataset images, int count) {
        if (count < 1 || count > images.size()) {
            throw new IllegalArgumentException(images.name() + ": expected 1 to " + images.size()
                    + " images to show, got " + count + "; ask for " + (count < 1 ? "at least one" : "fewer"));
        }
        return new ImageStrip(IntStream.range(0, count)
                .mapToObj(i ->
                        new Tile(Tile.image(images, i), List.of(images.classes().get(images.label(i))), Tile.Mark.NONE))
                .toList());
    }

    /**
     * {@return pictures with what is said of each}
     *
     * @throws IllegalArgumentException if there are not as many captions as pictures
     */
    public static ImageStrip of(List<Planes> pictures, List<String> captions) {
        if (pictures.size() != captions.size()) {
            throw new IllegalArgumentException("a strip of " + Numbers.counted(pictures.size(), "picture")
                    + ": expected as many captions, got " + captions.size());
        }
        return new ImageStrip(IntStream.range(0, pictures.size())
                .mapToObj(
                        i -> new Tile(PlanesPicture.pixels(pictures.get(i)), List.of(captions.get(i)), Tile.Mark.NONE))
                .toList());
    }

    /**
     * {@return images with what was answered; a wrong answer has a cross, a frame and the truth below it}
     *
     * @param predictions whose images are shown
     * @param answers which of them, such as the first of {@link Predictions#mistakes}; none gives an empty strip
     */
    public static ImageStrip of(Predictions predictions, List<Predictions.Answer> answers) {
        return new ImageStrip(
                answers.stream().map(answer -> tile(predictions, answer)).toList());
    }

    /**
     * {@return the worst mistakes: of the wrong answers the surest first, each with the truth and how sure it was}
     *
     * @throws IllegalArgumentException if none is asked for
     */
    public static ImageStrip worst(Predictions predictions, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "worst mistakes: expected to show at least 1, got " + count + "; ask for more");
        }
        return new ImageStrip(predictions.mistakes().stream()
                .sorted(Comparator.comparingDouble(Predictions.Answer::confidence)
                        .reversed())
                .limit(count)
                .map(answer -> surely(tile(predictions, answer), answer.confidence()))
                .toList());
    }

    private static Tile surely(Tile tile, double confidence) {
        var caption = new ArrayList<>(tile.caption());
        caption.add(String.format(Locale.ROOT, "%.0f %%", 100 * confidence));
        return new Tile(tile.image(), caption, tile.mark());
    }

    private static Tile tile(Predictions predictions, Predictions.Answer answer) {
        var image = Tile.image(predictions.images(), answer.index());
        String said = predictions.classes().get(answer.answer());
        return answer.right()
                ? new Tile(image, List.of(said), Tile.Mark.RIGHT)
                : new Tile(image, List.of(said, "true " + predictions.classes().get(answer.label())), Tile.Mark.WRONG);
    }

    /**
     * {@return bitmaps with their numbers below, such as the 7 × 12 codes of LeNet-5's output}
     *
     * @param codes for each bitmap its numbers row by row, positive for ink
     * @param width pixels in a row
     * @throws IllegalArgumentException if a code does not fill its rows
     */
    public static ImageStrip bitmaps(List<List<Integer>> codes, int width) {
        codes.stream()
                .map(List::size)
                .filter(size -> size == 0 || size % width != 0)
                .findFirst()
                .ifPresent(size -> {
                    throw new IllegalArgumentException("bitmaps: expected codes of full rows of " + width
                            + " numbers, got " + size + " numbers; give the width of the bitmap");
                });
        return new ImageStrip(IntStream.range(0, codes.size())
                .mapToObj(i -> new Tile(Tile.bitmap(codes.get(i), width), List.of("" + i), Tile.Mark.NONE))
                .toList());
    }

    @Override
    public BufferedImage image() {
        int columns = columns();
        int rows = Math.max(1, (tiles.size() + columns - 1) / columns);
        return Sheet.painted(
                2 * MARGIN + columns * (width() + GAP) - GAP, 2 * MARGIN + rows * (height() + GAP) - GAP, this::paint);
    }

    private void paint(Graphics2D graphics) {
        if (tiles.isEmpty()) {
            graphics.setFont(Sheet.font(12));
            Sheet.centred(graphics, "no images", MARGIN + width() / 2, MARGIN + height() / 2);
        }
        for (int i = 0; i < tiles.size(); i++) {
            int x = MARGIN + i % columns() * (width() + GAP);
            int y = MARGIN + i / columns() * (height() + GAP);
            tiles.get(i).paint(graphics, x, y, zoom(), width());
        }
    }

    private int columns() {
        int fit = Math.max(1, (Sheet.WIDEST - 2 * MARGIN + GAP) / (width() + GAP));
        return Math.max(1, Math.min(fit, tiles.size()));
    }

    private int zoom() {
        return Math.max(1, (room() - 2) / side());
    }

    private int side() {
        return tiles.isEmpty() ? room() : tiles.get(0).image().getWidth();
    }

    private int width() {
        return Math.max(side() * zoom(), room());
    }

    /** Digits stand ten in a row; names of classes need more room. */
    private int room() {
        boolean digits =
                tiles.stream().flatMap(tile -> tile.caption().stream()).allMatch(line -> line.length() <= SHORT);
        return digits ? NARROW : WIDE;
    }

    private int height() {
        int image = tiles.isEmpty() ? LINE : tiles.get(0).image().getHeight() * zoom();
        int lines = tiles.stream().mapToInt(tile -> tile.caption().size()).max().orElse(1);
        return image + 6 + LINE * lines;
    }

    @Override
    public String text() {
        return IntStream.range(0, tiles.size())
                .mapToObj(i -> (i + 1) + ": " + line(tiles.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Tile tile) {
        return switch (tile.mark()) {
            case NONE -> tile.caption().get(0);
            case RIGHT -> tile.caption().get(0) + ", right";
            case WRONG ->
                tile.caption().get(0) + ", wrong: "
                        + String.join(
                                ", ", tile.caption().subList(1, tile.caption().size()));
        };
    }
}
