package layerwise.view;

/** A drawing of the numbers of a table: its parts say theirs to those who point at them, and its text is the table. */
public interface TabledDrawing extends Drawing {

    /** {@return what is drawn, with what only fits into a table} */
    Grid grid();

    /** {@return the same numbers as a table for notebooks too} */
    default Printed table() {
        return new GridTable(grid());
    }

    /** {@return aligned columns} */
    @Override
    default String text() {
        return PlainText.of(grid());
    }

    /** {@return the drawing as an image of an HTML page, with a script that lets its parts explain themselves} */
    @Override
    default String html() {
        return Interactive.explained(this);
    }
}
