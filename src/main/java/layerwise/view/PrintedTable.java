package layerwise.view;

import java.util.List;

/**
 * What prints itself as a table: one {@link Grid} for readers, one set of {@link Records} for machines, a printer a form.
 *
 * <p>A new table says what its grid is; every form follows from it.
 */
public interface PrintedTable extends Printed {

    /** {@return what a reader sees: heads, cells, totals, notes} */
    Grid grid();

    /**
     * {@return this table with its first column and those under {@code heads} only, for a narrow page}
     *
     * @throws IllegalArgumentException if a head is not there; the message lists all
     */
    default PrintedTable only(String... heads) {
        return new NarrowTable(this, List.of(heads));
    }

    /** {@return what a machine reads: numbers plain, names of columns in lower case, the totals last} */
    default Records records() {
        return Records.of(grid());
    }

    /** {@return aligned columns, with a line of totals where there are any, without a line break after the last} */
    @Override
    default String text() {
        return PlainText.of(grid());
    }

    /** {@return an HTML fragment that sorts and marks its rows, and is a plain table where scripts are taken out} */
    @Override
    default String html() {
        return Html.of(grid());
    }

    /** {@return a head and a record a row, quoted as in RFC 4180, line ends LF alone} */
    default String csv() {
        return records().csv();
    }

    /** {@return JSON of the records} */
    default String json() {
        return records().json();
    }

    /**
     * {@return a table in GitHub's Markdown between its title and its note}
     *
     * @throws IllegalArgumentException if a cell holds a control character
     */
    default String markdown() {
        return Markdown.of(grid());
    }

    /**
     * {@return a LaTeX table that needs no package}
     *
     * @throws IllegalArgumentException if a cell holds a sign for which no command is known
     */
    default String latex() {
        return Latex.of(grid());
    }
}
