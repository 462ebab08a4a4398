package layerwise.data;

import java.net.URI;
import java.util.List;

/**
 * A file as it was published: wherever it comes from, it has this size and these bytes.
 *
 * @param name of the file
 * @param size in bytes
 * @param sha256 of the bytes, 64 hex digits
 * @param mirrors where it can be had, to be tried in order
 */
record PublishedFile(String name, long size, String sha256, List<URI> mirrors) {
    PublishedFile {
        mirrors = List.copyOf(mirrors);
    }
}
