package layerwise.view;

import tech.tablesaw.api.Table;

/** Any table of Tablesaw in print: every value as its column formats it, numbers aligned to the right. */
public final class Tables {
    private Tables() {}

    /** {@return the table in columns of plain text, under its name} */
    public static String text(Table table) {
        return PlainText.of(Grid.of(table));
    }

    /** {@return the table as an HTML fragment that can be sorted, escaped, readable on light and dark themes} */
    public static String html(Table table) {
        return Html.of(Grid.of(table));
    }

    /** {@return the table in GitHub's Markdown} */
    public static String markdown(Table table) {
        return Markdown.of(Grid.of(table));
    }

    /** {@return the table in LaTeX that needs no package} */
    public static String latex(Table table) {
        return Latex.of(Grid.of(table));
    }
}
