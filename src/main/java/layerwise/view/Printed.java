package layerwise.view;

/** What prints itself: lines of text for terminals, and the same as HTML for notebooks. */
public interface Printed {

    /** {@return lines of plain text, without a line break after the last} */
    String text();

    /** {@return an HTML fragment that loads nothing, readable on light and dark themes and where scripts are taken out} */
    String html();
}
