package layerwise.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names under which IDX files are published: {@code train-images-idx3-ubyte}, a dot for the dash, {@code .gz} after it. */
final class IdxNames {
    private IdxNames() {}

    /** {@return the file of this part and kind, the plain one before the packed one} */
    static Optional<Path> find(Path folder, Idx.Part part, IdxKind kind) {
        return names(part, kind)
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** {@return the file of this part and kind, which has to be there} */
    static Path file(Path folder, Idx.Part part, IdxKind kind) throws IOException {
        Optional<Path> file = find(folder, part, kind);
        if (file.isEmpty()) {
            throw missing(folder, names(part, kind).toList());
        }
        return file.get();
    }

    /** {@return whether a folder has the file that was published under this name, in either naming, packed or not} */
    static boolean has(Path folder, String published) {
        String plain = published.replaceAll("\\.gz$", "");
        return Stream.of(plain, plain.replace("-idx", ".idx"))
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /** {@return the names of all four files, in both namings} */
    static List<String> all() {
        return Stream.of(Idx.Part.values())
                .flatMap(part -> Stream.of(IdxKind.values()).flatMap(kind -> names(part, kind)))
                .toList();
    }

    /** {@return an error that says which names were looked for, and which files are there} */
    static IOException missing(Path folder, List<String> names) throws IOException {
        return new IOException(folder + ": expected "
                + String.join(", ", names) + ", plain or with .gz, got "
                + DataFolder.listing(folder) + "; put the files there or name another folder");
    }

    private static Stream<String> names(Idx.Part part, IdxKind kind) {
        String start = part.prefix + "-" + kind.noun;
        return Stream.of(start + "-" + kind.suffix, start + "." + kind.suffix);
    }
}
