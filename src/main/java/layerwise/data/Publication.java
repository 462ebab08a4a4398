package layerwise.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A dataset that can be downloaded.
 *
 * @param id what a reader calls it, and the name of its folder
 * @param files to be had
 * @param archive what the one file unpacks to, if it is an archive
 */
record Publication(String id, List<PublishedFile> files, Optional<Archive> archive) {

    /**
     * A folder of CIFAR files.
     *
     * @param kind of dataset
     * @param sizes of its files in bytes, by name
     */
    record Archive(CifarKind kind, Map<String, Long> sizes) {
        /** {@return the archive of a dataset of this many images in each file to train and to test on} */
        static Archive of(CifarKind kind, long train, long test) {
            Map<String, Long> sizes = new TreeMap<>();
            kind.train.forEach(name -> sizes.put(name, train * kind.record()));
            kind.test.forEach(name -> sizes.put(name, test * kind.record()));
            return new Archive(kind, Map.copyOf(sizes));
        }
    }

    // Sizes and SHA-256 as TensorFlow Datasets records them (url_checksums). Mirrors: torchvision and TensorFlow
    // Datasets
    // for MNIST, else the authors' own.
    // spotless:off
    private static final String[][] FILES = {
        {"mnist",         "train-images-idx3-ubyte.gz", "9912422",   "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"},
        {"mnist",         "train-labels-idx1-ubyte.gz", "28881",     "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"},
        {"mnist",         "t10k-images-idx3-ubyte.gz",  "1648877",   "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"},
        {"mnist",         "t10k-labels-idx1-ubyte.gz",  "4542",      "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"},
        {"fashion-mnist", "train-images-idx3-ubyte.gz", "26421880",  "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"},
        {"fashion-mnist", "train-labels-idx1-ubyte.gz", "29515",     "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"},
        {"fashion-mnist", "t10k-images-idx3-ubyte.gz",  "4422102",   "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"},
        {"fashion-mnist", "t10k-labels-idx1-ubyte.gz",  "5148",      "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"},
        {"kmnist",        "train-images-idx3-ubyte.gz", "18165135",  "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"},
        {"kmnist",        "train-labels-idx1-ubyte.gz", "29497",     "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"},
        {"kmnist",        "t10k-images-idx3-ubyte.gz",  "3041136",   "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"},
        {"kmnist",        "t10k-labels-idx1-ubyte.gz",  "5120",      "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c"},
        {"cifar-10",      "cifar-10-binary.tar.gz",     "170052171", "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"},
        {"cifar-100",     "cifar-100-binary.tar.gz",    "168513733", "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec"},
    };
    // spotless:on

    /** All of them, as a reader may name them. */
    static final List<Publication> ALL = List.of(
            of(
                    "mnist",
                    Optional.empty(),
                    "https://ossci-datasets.s3.amazonaws.com/mnist/",
                    "https://storage.googleapis.com/cvdf-datasets/mnist/"),
            of("fashion-mnist", Optional.empty(), "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
            of("kmnist", Optional.empty(), "http://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
            of("cifar-10", Optional.of(Archive.of(CifarKind.TEN, 10_000, 10_000)), "https://www.cs.toronto.edu/~kriz/"),
            of(
                    "cifar-100",
                    Optional.of(Archive.of(CifarKind.HUNDRED, 50_000, 10_000)),
                    "https://www.cs.toronto.edu/~kriz/"));

    private static Publication of(String id, Optional<Archive> archive, String... mirrors) {
        return new Publication(
                id,
                Stream.of(FILES)
                        .filter(row -> row[0].equals(id))
                        .map(row -> new PublishedFile(
                                row[1],
                                Long.parseLong(row[2]),
                                row[3],
                                Stream.of(mirrors)
                                        .map(mirror -> URI.create(mirror + row[1]))
                                        .toList()))
                        .toList(),
                archive);
    }

    static Optional<Publication> named(String id) {
        return ALL.stream().filter(one -> one.id.equals(id)).findFirst();
    }

    /** {@return the files that this folder does not have yet, in any form that can be read} */
    List<PublishedFile> missing(Path folder) {
        if (archive.isPresent()) {
            return isUnpacked(folder) ? List.of() : files;
        }
        return files.stream().filter(file -> !IdxNames.has(folder, file.name())).toList();
    }

    private boolean isUnpacked(Path folder) {
        Archive one = archive.orElseThrow();
        return Cifar.place(folder, one.kind())
                .filter(place ->
                        one.sizes().keySet().stream().allMatch(name -> Files.isRegularFile(place.resolve(name))))
                .isPresent();
    }

    /** {@return what this folder holds of it} */
    Parts read(Path folder) throws IOException {
        return archive.isPresent() ? Cifar.folder(folder) : Idx.folder(folder);
    }
}
