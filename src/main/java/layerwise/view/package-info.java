/**
 * What a reader sees: tables, curves, matrices, strips of images and diagrams, each as a picture and as text, computed
 * from the same steps that everything else is computed from.
 *
 * <p>Read {@link layerwise.view.SummaryTable} first, then {@link layerwise.view.Picture} and {@link
 * layerwise.view.NetworkDiagram}, which Elk lays out and Drawing draws; {@link layerwise.view.Tables} prints any table.
 *
 * <p>This package may not know engines, the kernel or the course: it counts nothing itself and only prints what
 * analysis and training found, the same bytes for the same values.
 */
package layerwise.view;
