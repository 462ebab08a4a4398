package layerwise.view;

/** What prints itself: lines of text for terminals, and the same as HTML for notebooks. */
public interface Printed {

    /** {@return lines of plain text, without a line break after the last} */
    String text();

    /** {@return an HTML fragment without script, readable on light and dark themes} */
    String html();
}
