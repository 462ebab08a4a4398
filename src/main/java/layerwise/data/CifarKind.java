package layerwise.data;

import java.util.List;

/** The two CIFAR datasets in their binary version: records of 1 or 2 label bytes and 3·32·32 pixels. */
enum CifarKind {
    TEN(
            "CIFAR-10",
            "cifar-10-batches-bin",
            List.of("data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"),
            "test_batch.bin",
            1),
    HUNDRED("CIFAR-100", "cifar-100-binary", List.of("train.bin"), "test.bin", 2);

    static final int PIXELS = 3 * 32 * 32;

    final String title;
    final String folder;
    final List<String> train;
    final List<String> test;
    final int labels;

    CifarKind(String title, String folder, List<String> train, String test, int labels) {
        this.title = title;
        this.folder = folder;
        this.train = train;
        this.test = List.of(test);
        this.labels = labels;
    }

    /** {@return bytes of one image with its labels} */
    int record() {
        return labels + PIXELS;
    }
}
