package layerwise.data;

/** Hears how far a download is. */
@FunctionalInterface
public interface DownloadProgress {
    /** Hears nothing. */
    DownloadProgress NONE = (file, bytes, of) -> {};

    /** So many bytes of this file are here; called again and again, the last time when all are. */
    void at(String file, long bytes, long of);
}
