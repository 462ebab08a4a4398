/**
 * A Java kernel for Jupyter: cells run by JShell in this JVM, values shown through registered renderers, loops that
 * really stop. Read {@link layerwise.kernel.Kernel} first, then {@link layerwise.kernel.Display}, the words a cell may
 * use. It may know nothing of networks, tables or charts: it imports the JDK, its wire library, ASM and Gson, and what
 * a type looks like is told to it by others.
 */
package layerwise.kernel;
