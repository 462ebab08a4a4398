package layerwise.kernel;

import jdk.jshell.JShell;

/**
 * What lasts from cell to cell.
 *
 * @param shell the definitions
 * @param control the values and exceptions of what runs
 * @param places where each definition stands
 * @param absent what would have been defined, had its cell come that far
 */
record Memory(JShell shell, CellControl control, Places places, Absent absent) {
    Memory(JShell shell, CellControl control) {
        this(shell, control, new Places(), new Absent());
    }

    /** {@return what cures a compile error} */
    CompileHints hints() {
        return new CompileHints(shell.sourceCodeAnalysis(), absent);
    }
}
