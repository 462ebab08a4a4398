package layerwise.view;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The colours of diagrams: those of families are seen on any ground, those of ground and text change with the page. */
final class Style {
    private static final String LIGHT = "--g:#fff;--t:#1f2937;--s:#4b5563";
    private static final String DARK = "--g:#16181d;--t:#e5e7eb;--s:#a8b0bd";

    private Style() {}

    /** {@return dark text on a white ground, without variables, for readers of SVG that know none} */
    static String light() {
        return rules("#ffffff", "#1f2937", "#4b5563");
    }

    /** {@return what the page has, light or dark: as Jupyter's theme says, else as the reader's system does} */
    static String either() {
        return ".lwd{" + LIGHT + "}@media(prefers-color-scheme:dark){.lwd{" + DARK + "}}"
                + "[data-jp-theme-light=true] .lwd{" + LIGHT + "}[data-jp-theme-light=false] .lwd{" + DARK + "}"
                + rules("var(--g)", "var(--t)", "var(--s)")
                + ".lwd [data-path]{cursor:pointer;outline:0}.lwd .u:focus>rect,.lwd .b:focus>rect{stroke-width:2.5}"
                + ".lwd .lw-marked>rect{stroke:#e8590c;stroke-width:3;stroke-dasharray:none}.lwd .k{fill:var(--s);font-size:13px}";
    }

    private static String rules(String ground, String text, String soft) {
        return ".lwd{font:10px sans-serif}.lwd .ground{fill:" + ground + "}.lwd text{fill:" + text + "}"
                + ".lwd .b text{text-anchor:middle}.lwd .n{font-weight:bold;font-size:11px}"
                + ".lwd .title{font-weight:bold;font-size:15px}.lwd .soft,.lwd .l{fill:" + soft
                + "}.lwd .end{text-anchor:end;font-size:12px}"
                + ".lwd .e{fill:none;stroke:" + soft + "}.lwd .h{fill:" + soft + "}"
                + ".lwd .u>rect{fill:#808a99;fill-opacity:.07;stroke:#808a99;stroke-dasharray:4 2}"
                + ".lwd .aux>rect{fill:none;stroke:" + soft + "}.lwd .aux>rect,.lwd .aux>.e{stroke-dasharray:4 2}"
                + Arrays.stream(Family.values()).map(Style::rule).collect(Collectors.joining());
    }

    private static String rule(Family family) {
        return ".lwd ." + family.word() + ">rect,.lwd ." + family.word() + ">.s{fill:" + family.tone()
                + ";fill-opacity:.16;stroke:" + family.tone() + "}";
    }
}
