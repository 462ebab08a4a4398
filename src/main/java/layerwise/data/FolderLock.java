package layerwise.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Held by one thread of one JVM at a time, so that no two download into the same folder; others wait. */
final class FolderLock implements AutoCloseable {
    private static final String NAME = ".layerwise.lock";
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel file;

    private FolderLock(ReentrantLock thread, FileChannel file) {
        this.thread = thread;
        this.file = file;
    }

    /** {@return the lock of this folder, when no one else has it} A file lock keeps other JVMs out, a thread's lock the rest. */
    static FolderLock of(Path folder) throws IOException {
        ReentrantLock thread = HERE.computeIfAbsent(folder.toRealPath(), path -> new ReentrantLock());
        try {
            thread.lockInterruptibly();
        } catch (InterruptedException e) {
            throw interrupted(folder);
        }
        try {
            FileChannel file =
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(file);
            return new FolderLock(thread, file);
        } catch (FileLockInterruptionException | ClosedByInterruptException e) {
            thread.unlock();
            throw interrupted(folder);
        } catch (FileSystemException e) {
            thread.unlock();
            throw e;
        } catch (IOException e) {
            thread.unlock();
            throw unlockable(folder, e);
        }
    }

    private static void lock(FileChannel file) throws IOException {
        try {
            file.lock();
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static IOException unlockable(Path folder, IOException e) {
        return new IOException(
                folder + ": expected a folder whose files can be locked, got " + e.getMessage()
                        + "; name one on a disk of" + " this machine in " + DataFolder.VARIABLE,
                e);
    }

    private static InterruptedIOException interrupted(Path folder) {
        Thread.currentThread().interrupt();
        return new InterruptedIOException(folder + ": waiting for another download was interrupted");
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            thread.unlock();
        }
    }
}
