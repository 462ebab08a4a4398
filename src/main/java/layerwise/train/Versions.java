package layerwise.train;

import layerwise.engine.Engines;

/**
 * What did the work.
 *
 * @param layerwise of this library, or {@code checkout} where it runs from a build of its own
 * @param java of the virtual machine
 * @param djl of the library between Java and the engine
 * @param engine name and version of what did the arithmetic
 */
public record Versions(String layerwise, String java, String djl, String engine) {

    static Versions of(String engine) {
        String own = Versions.class.getPackage().getImplementationVersion();
        return new Versions(own == null ? "checkout" : own, Runtime.version().toString(), Engines.djl(), engine);
    }
}
