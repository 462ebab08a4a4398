package layerwise.view;

/** A grid that prints itself. */
record GridTable(Grid grid) implements Printed {

    @Override
    public String text() {
        return PlainText.of(grid);
    }

    @Override
    public String html() {
        return Html.of(grid);
    }
}
