package layerwise.view;

import java.util.Locale;

/** The single characters of a text that a printer has no way to print. */
final class Signs {
    private Signs() {}

    /** Refuses what is neither letter nor sign nor the end of a line. */
    static void refuseControls(String form, String text) {
        text.codePoints()
                .filter(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\r')
                .findFirst()
                .ifPresent(sign -> {
                    throw new IllegalArgumentException(
                            form + ": expected text, got the control character " + code(sign) + "; print as json");
                });
    }

    /** {@return U+2605} */
    static String code(int sign) {
        return String.format(Locale.ROOT, "U+%04X", sign);
    }
}
