package layerwise.data;

import java.util.List;
import java.util.stream.Collectors;

/** The two kinds of IDX file: three sizes of unsigned bytes for images, one for labels. */
enum IdxKind {
    IMAGES("images", "idx3-ubyte", 0x00000803, 3),
    LABELS("labels", "idx1-ubyte", 0x00000801, 1);

    final String noun;
    final String suffix;
    final int magic;
    final int rank;

    IdxKind(String noun, String suffix, int magic, int rank) {
        this.noun = noun;
        this.suffix = suffix;
        this.magic = magic;
        this.rank = rank;
    }

    /** {@return bytes before the content: the magic number and a 32-bit number for each size} */
    int header() {
        return 4 + 4 * rank;
    }

    /** {@return the kind that this one is taken for when two files have each other's names} */
    IdxKind other() {
        return this == IMAGES ? LABELS : IMAGES;
    }

    /** {@return {@code 10000 images of 28×28}, or {@code 10000 labels}} */
    String describe(List<? extends Number> sizes) {
        String image = sizes.stream().skip(1).map(Number::toString).collect(Collectors.joining("×"));
        return sizes.get(0) + " " + noun + (image.isEmpty() ? "" : " of " + image);
    }
}
