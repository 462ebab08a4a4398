/**
 * What a reader sees: tables, curves, matrices, strips of images and diagrams, each as a picture and as text, computed
 * from the same steps that everything else is computed from.
 *
 * <p>Read {@link layerwise.view.SummaryTable} first, then {@link layerwise.view.Picture} and {@link
 * layerwise.view.NetworkDiagram}, which Elk lays out and DiagramDrawing draws; {@link layerwise.view.Tables} prints any table. A table of the project is a {@link layerwise.view.PrintedTable}:
 * it says what its {@link layerwise.view.Grid} is, and text, HTML, Markdown, LaTeX, CSV and JSON follow.
 *
 * <p>Pictures of how a network sees: {@link layerwise.view.StepDrawing}, {@link layerwise.view.FeatureMaps}, {@link
 * layerwise.view.Lens} and {@link layerwise.view.XrayDrawing}. What has lines and letters alone is a {@link
 * layerwise.view.Drawing}, an SVG.
 *
 * <p>This package may not know engines, the kernel or the course: it counts nothing itself and only prints what
 * analysis and training found, the same bytes for the same values.
 */
package layerwise.view;
