package layerwise.kernel;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One value in several forms, of which a front end shows the best it can: {@code text/plain}, {@code text/html}, …
 *
 * <pre>{@code MimeBundle.text("3 rows").html("<table>…</table>")}</pre>
 *
 * @param data the form of each media type; pictures that are not text are in base 64
 */
public record MimeBundle(Map<String, String> data) {

    /** Copies the forms and keeps their order. */
    public MimeBundle {
        data = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** {@return a bundle of text alone; every bundle has text, for front ends and tests that show nothing else} */
    public static MimeBundle text(String plain) {
        return new MimeBundle(Map.of("text/plain", plain));
    }

    /** {@return this bundle with a piece of HTML} */
    public MimeBundle html(String html) {
        return with("text/html", html);
    }

    /** {@return this bundle with an SVG picture} */
    public MimeBundle svg(String svg) {
        return with("image/svg+xml", svg);
    }

    /** {@return this bundle with a PNG picture, given as the bytes of its file} */
    public MimeBundle png(byte[] file) {
        return with("image/png", Base64.getEncoder().encodeToString(file));
    }

    /** {@return this bundle with one more form, or with another for a type it has} */
    public MimeBundle with(String type, String form) {
        Map<String, String> forms = new LinkedHashMap<>(data);
        forms.put(type, form);
        return new MimeBundle(forms);
    }

    /** {@return the form of this type} */
    public Optional<String> form(String type) {
        return Optional.ofNullable(data.get(type));
    }
}
