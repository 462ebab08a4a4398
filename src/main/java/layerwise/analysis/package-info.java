/**
 * The calculators: what a network costs and what its units see, folded from its steps; no engine is loaded for any of
 * it.
 *
 * <p>Read {@link layerwise.analysis.Summary} first, the row that every table prints, then {@link
 * layerwise.analysis.Cost} and {@link layerwise.analysis.ReceptiveField}.
 *
 * <p>{@link layerwise.analysis.Reconciliation} searches the {@link layerwise.analysis.Convention}s of the literature for
 * those that yield a printed number.
 *
 * <p>Results are numbers with a named unit; how they are printed is not known here.
 */
package layerwise.analysis;
