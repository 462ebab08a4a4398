/**
 * The exercises that check themselves, drawn again with other numbers at will: a right answer and the usual mistakes are
 * computed from the numbers, and a wrong answer is told which mistake it looks like.
 *
 * <p>Read {@link layerwise.exercise.Exercise} first, then a Chapter, which has the exercises of one notebook, and {@link
 * layerwise.exercise.Problem}, the words that they are written in; a Kind reads and compares answers of one sort, {@link
 * layerwise.exercise.Usual} knows the mistakes that are made with every layer, and {@link layerwise.exercise.Desk} is
 * where a learner works.
 *
 * <p>Nothing here knows the words of a cell, the command line or an engine: {@code course} lends them, and analysis counts.
 */
package layerwise.exercise;
