package layerwise.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A box that a trained network is asked about: of an image resized so that its shorter side is {@code scale}, the square of
 * {@code size} pixels from (x, y), resized to the input, perhaps mirrored.
 *
 * @param scale the shorter side of the resized image
 * @param x column of the box's left edge
 * @param y row of its upper edge
 * @param size its side
 * @param input the side that the network expects
 * @param flipped whether left and right change places
 */
public record Crop(int scale, int x, int y, int size, int input, boolean flipped) {

    /** Refuses sides below 1 and boxes that begin outside. */
    public Crop {
        if (scale < 1 || size < 1 || input < 1 || x < 0 || y < 0) {
            throw new IllegalArgumentException("crop: expected sides of at least 1 and a place of at least (0, 0), got"
                    + " scale " + scale + ", size " + size + ", input " + input + " at (" + x + ", " + y + ")");
        }
    }

    /**
     * {@return the middle of the image as it is}
     *
     * @throws IllegalArgumentException if the image is smaller than the input
     */
    public static List<Crop> centre(int height, int width, int input) {
        int scale = fitting(height, width, input);
        return List.of(new Crop(scale, (width - input) / 2, (height - input) / 2, input, input, false));
    }

    /**
     * {@return 10 crops: the four corners and the middle, each as it is and mirrored} Krizhevsky et al., 2012, section 4.1,
     * who cut 224 × 224 from 256 × 256.
     *
     * @throws IllegalArgumentException if the image is smaller than the input
     */
    public static List<Crop> ten(int height, int width, int input) {
        int scale = fitting(height, width, input);
        return mirrored(five(scale, 0, 0, width, height, input));
    }

    /**
     * {@return 144 crops: 4 scales · 3 squares · 6 · 2} The shorter side becomes 256, 288, 320, 352 for an input of 224 and
     * 8/7, 9/7, 10/7, 11/7 of others; of each the left, middle and right square (upper, middle and lower of an upright
     * image); of each square its corners, its middle and the whole square resized; each as it is and mirrored. Szegedy et
     * al., 2015, section 7.
     */
    public static List<Crop> googLeNet(int height, int width, int input) {
        List<Crop> crops = new ArrayList<>();
        for (int sevenths = 8; sevenths <= 11; sevenths++) {
            int scale = (int) Math.round(input * sevenths / 7.0);
            int room = resized(Math.max(height, width), Math.min(height, width), scale) - scale;
            for (int place : new int[] {0, room / 2, room}) {
                int x = width > height ? place : 0;
                int y = width > height ? 0 : place;
                List<Crop> square = new ArrayList<>(five(scale, x, y, scale, scale, input));
                square.add(new Crop(scale, x, y, scale, input, false));
                crops.addAll(mirrored(square));
            }
        }
        return List.copyOf(crops);
    }

    /** {@return this box the other way round} */
    public Crop mirror() {
        return new Crop(scale, x, y, size, input, !flipped);
    }

    /** {@return columns of an image of this size after it is resized} */
    public int resizedWidth(int height, int width) {
        return resized(width, Math.min(height, width), scale);
    }

    /** {@return rows of an image of this size after it is resized} */
    public int resizedHeight(int height, int width) {
        return resized(height, Math.min(height, width), scale);
    }

    void show(View view) {
        view.resize((double) scale / Math.min(view.height(), view.width()));
        view.crop(x, y, size, size);
        view.resize((double) input / size);
        if (flipped) {
            view.flip();
        }
        view.place();
    }

    private static int resized(int side, int shorter, int scale) {
        return (int) (side * ((double) scale / shorter) + 0.5);
    }

    private static List<Crop> five(int scale, int x, int y, int width, int height, int input) {
        int right = x + width - input;
        int down = y + height - input;
        return List.of(
                new Crop(scale, x, y, input, input, false),
                new Crop(scale, right, y, input, input, false),
                new Crop(scale, x, down, input, input, false),
                new Crop(scale, right, down, input, input, false),
                new Crop(scale, x + (width - input) / 2, y + (height - input) / 2, input, input, false));
    }

    private static List<Crop> mirrored(List<Crop> crops) {
        List<Crop> both = new ArrayList<>(crops);
        crops.forEach(crop -> both.add(crop.mirror()));
        return List.copyOf(both);
    }

    private static int fitting(int height, int width, int input) {
        if (Math.min(height, width) < input) {
            throw new IllegalArgumentException("crops: expected an image of at least " + input + "×" + input + ", got "
                    + height + "×" + width + "; resize the images or give the network a smaller input");
        }
        return Math.min(height, width);
    }
}
