/**
 * Training: a {@link layerwise.train.Recipe} says how, {@link layerwise.train.Training} does it, and a {@link
 * layerwise.train.Run} says what was trained, on what, with which result.
 *
 * <p>Read {@link layerwise.train.Recipe} first, then {@link layerwise.train.Training}; what comes out, a {@link
 * layerwise.train.Classifier}, is a value: a network and its numbers, without an engine. {@link
 * layerwise.train.Recipes} has those of papers, {@link layerwise.train.Guards} end a training early, {@link
 * layerwise.train.Checkpoint} lets it go on to the last bit, {@link layerwise.train.Evaluation} and {@link
 * layerwise.train.LayerMeasure} say how it went, and a {@link layerwise.train.RunRecord} is enough to do it again.
 *
 * <pre>{@code
 * var recipe = Recipe.of(LeNet5.modern()).epochs(10).augmentation(Distortion.affine());
 * var run = Training.of(LeNet5.modern(), recipe, digits).saving(file).guarded(Guards.NONE.patience(3)).run();
 * run.record().write(json);
 * }</pre>
 *
 * <p>{@link layerwise.train.Insight} looks into a network, trained or not: maps, filters, and what moves a unit.
 *
 * <p>Charts, tables and notebooks are not known here; a {@link layerwise.train.Progress} listens.
 */
package layerwise.train;
