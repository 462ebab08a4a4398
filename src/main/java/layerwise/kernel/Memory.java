package layerwise.kernel;

import jdk.jshell.JShell;

/**
 * What lasts from cell to cell.
 *
 * @param shell the definitions
 * @param control the values and exceptions of what runs
 * @param places where each definition stands
 * @param absent what would have been defined, had its cell come that far
 * @param notes what the reader has been told
 * @param explanations what the library says of exceptions and names
 */
record Memory(JShell shell, CellControl control, Places places, Absent absent, Notes notes, Explanations explanations) {
    Memory(JShell shell, CellControl control, Explanations explanations) {
        this(shell, control, new Places(), new Absent(), new Notes(), explanations);
    }

    /** {@return what cures a compile error} */
    CompileHints hints() {
        return new CompileHints(shell.sourceCodeAnalysis(), absent, explanations);
    }
}
