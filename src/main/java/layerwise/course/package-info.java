/**
 * The glue: the command line, start-up imports, renderers and the words of cells, one page a class. Read {@link
 * layerwise.course.Main} first. It may know every package and computes nothing itself.
 */
package layerwise.course;
