package layerwise.view;

/**
 * A drawing as an image in HTML, with a script that puts the drawing itself in its place.
 *
 * <p>Front ends that do not trust a notebook take out scripts and SVG elements, and leave the letters of the latter; an
 * image they leave whole.
 */
final class Interactive {
    private static final String PARTS = Html.resource("diagram.js", "\n");
    private static final String TIPS = Html.resource("tips.js", "");

    private Interactive() {}

    /** {@return a diagram whose parts open, shut and explain themselves, looked at without a network} */
    static String diagram(Svg drawing, String title) {
        return "<div class=\"lw-diagram\" style=\"position:relative;overflow-x:auto;max-width:100%\">"
                + drawing.element(title) + "</div><script>" + PARTS + "</script>";
    }

    /** {@return a drawing that says the titles of its elements to those who point at them} */
    static String explained(Drawing drawing) {
        return "<div class=\"lw-tips\">" + drawing.svg().element(drawing.title()) + "</div><script>" + TIPS
                + "</script>";
    }
}
