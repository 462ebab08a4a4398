package layerwise.kernel;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;

/** The classes and packages of the class path, which JShell reads in the background after its first snippet. */
final class ClassNames {
    private static final int PATIENCE_MILLISECONDS = 3000;
    private static final int POLL_MILLISECONDS = 20;

    private ClassNames() {}

    /** {@return the full names of the classes with this simple name} */
    static List<String> of(SourceCodeAnalysis analysis, String name) {
        return await(() -> analysis.listQualifiedNames(name, name.length())).getNames();
    }

    /** {@return the names, as soon as they are complete} */
    static QualifiedNames await(Supplier<QualifiedNames> names) {
        QualifiedNames found = names.get();
        for (int waited = 0; !found.isUpToDate() && waited < PATIENCE_MILLISECONDS; waited += POLL_MILLISECONDS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLISECONDS));
            found = names.get();
        }
        return found;
    }
}
