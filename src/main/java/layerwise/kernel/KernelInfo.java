package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.List;

/** How a kernel introduces itself; the language as IJava names it, so that notebooks are interchangeable. */
final class KernelInfo {
    private KernelInfo() {}

    /** {@return the {@code kernel_info_reply}} */
    static JsonObject reply(String banner) {
        JsonObject language = Json.object(
                "name", "Java",
                "version", Runtime.version().toString(),
                "mimetype", "text/x-java-source",
                "file_extension", ".jshell",
                "pygments_lexer", "java",
                "codemirror_mode", "text/x-java",
                "nbconvert_exporter", "script");
        return Json.object(
                "status",
                "ok",
                "protocol_version",
                Message.PROTOCOL,
                "implementation",
                "layerwise-kernel",
                "implementation_version",
                "0.1",
                "language_info",
                language,
                "banner",
                banner,
                "help_links",
                List.of());
    }
}
