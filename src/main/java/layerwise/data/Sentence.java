package layerwise.data;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a failure says to a person: where, what was expected, what came, the cure; one sentence without a full stop. */
public final class Sentence {

    private Sentence() {}

    /** The message of a failure; a failure of the file system, which knows only the file, is told in words. */
    public static String of(Throwable failure) {
        if (failure instanceof NoSuchFileException missing && missing.getReason() == null) {
            return missing.getFile() + ": there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException denied && denied.getReason() == null) {
            return denied.getFile() + ": not permitted, choose a folder that you may write to";
        }
        if (failure instanceof FileSystemException other && other.getReason() == null) {
            return other.getFile() + ": " + other.getClass().getSimpleName();
        }
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName() + " without a message; --stacktrace shows where it arose"
                : message;
    }
}
