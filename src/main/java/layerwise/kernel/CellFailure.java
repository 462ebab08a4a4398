package layerwise.kernel;

/** A cell that did not come to its end, with the report for its reader. */
final class CellFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ErrorReport report;

    CellFailure(ErrorReport report) {
        super(report.text());
        this.report = report;
    }

    /** {@return what the reader of the notebook is told} */
    ErrorReport report() {
        return report;
    }
}
