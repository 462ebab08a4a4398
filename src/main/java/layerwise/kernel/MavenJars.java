package layerwise.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.TransferEvent;

/**
 * The jars of {@code group:artifact:version} with all they need at run time, from Maven's local repository, else from
 * Maven Central and the repositories that were added.
 */
final class MavenJars {
    private static final String SUPER_POM = "org/apache/maven/model/pom-4.0.0.xml";
    private static final Pattern COORDINATES = Pattern.compile("[^:\\s]+:[^:\\s]+(:[^:\\s]+){1,3}");

    private final Path local;
    private final boolean central;
    private final List<RemoteRepository> remotes = new ArrayList<>();

    /** Keeps what it downloads in {@code local}; asks Maven Central where {@code central} says so. */
    MavenJars(Path local, boolean central) {
        this.local = local;
        this.central = central;
    }

    /** {@return the folder that Maven itself keeps its jars in} */
    static Path usual() {
        return Path.of(System.getProperty(
                "maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
    }

    /** Looks there too. */
    void add(String id, String address) {
        remotes.add(new RemoteRepository.Builder(id, "default", address).build());
    }

    /** {@return whether a jar of this artifact, in whatever version, is on the class path already} */
    static boolean present(String coordinates) {
        String[] words = coordinates.split(":");
        String mark = "META-INF/maven/" + words[0] + "/" + words[1] + "/pom.properties";
        Pattern jar = Pattern.compile(Pattern.quote(words[1]) + "-\\d.*\\.jar");
        return MavenJars.class.getClassLoader().getResource(mark) != null
                || Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> new File(entry).getName())
                        .anyMatch(name -> jar.matcher(name).matches());
    }

    /**
     * {@return the jars of these coordinates, the artifact's own first}
     *
     * @throws MagicFailure if they are none, or cannot be found or fetched
     */
    List<Path> resolve(String coordinates) {
        requireCoordinates(coordinates);
        RepositorySystem system = new RepositorySystemSupplier().get();
        Fetched fetched = new Fetched(coordinates);
        try (var session = new SessionBuilderSupplier(system)
                .get()
                .withLocalRepositoryBaseDirectories(local)
                .setTransferListener(fetched)
                .build()) {
            var wanted = new CollectRequest();
            wanted.setRoot(new Dependency(new DefaultArtifact(coordinates), "runtime"));
            wanted.setRepositories(repositories());
            var request = new DependencyRequest(wanted, (node, parents) -> true);
            return system.resolveDependencies(session, request).getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact)
                    .map(Artifact::getPath)
                    .toList();
        } catch (RepositoryException | IOException e) {
            throw failure(coordinates, e);
        } finally {
            fetched.end();
            system.shutdown();
        }
    }

    /** @throws MagicFailure if this is not {@code group:artifact:version} */
    static void requireCoordinates(String coordinates) {
        if (!COORDINATES.matcher(coordinates).matches()) {
            throw new MagicFailure(
                    "%maven: expected group:artifact:version, org.apache.commons:commons-math3:3.6.1 for one, got "
                            + coordinates);
        }
    }

    /** Maven Central as Maven's own super POM names it, then what was added. */
    private List<RemoteRepository> repositories() throws IOException {
        if (!central) {
            return List.copyOf(remotes);
        }
        Stream<RemoteRepository> first = superPom().getRepositories().stream()
                .map(each -> new RemoteRepository.Builder(each.getId(), each.getLayout(), each.getUrl()).build());
        return Stream.concat(first, remotes.stream()).toList();
    }

    private static Model superPom() throws IOException {
        try (var file = Model.class.getClassLoader().getResourceAsStream(SUPER_POM)) {
            return new MavenXpp3Reader().read(file);
        } catch (XmlPullParserException e) {
            throw new IOException(SUPER_POM + " is not what Maven's jar brings", e);
        }
    }

    private MagicFailure failure(String coordinates, Exception e) {
        Throwable root = e;
        boolean unknown = false;
        while (root.getCause() != null && root.getCause() != root) {
            unknown |= root instanceof ArtifactNotFoundException;
            root = root.getCause();
        }
        unknown |= root instanceof ArtifactNotFoundException;
        return new MagicFailure(
                unknown
                        ? "%maven " + coordinates + ": no repository has it; check the spelling and the version"
                        : "%maven " + coordinates + ": it is not in " + local + " and could not be fetched (" + root
                                + "); go online once, or add a jar that you have by %classpath FILE.jar");
    }

    /** Counts files while they come; nothing is shown where all are here. */
    private static final class Fetched extends AbstractTransferListener {
        private final String coordinates;
        private Optional<ProgressBar<Integer>> bar = Optional.empty();

        Fetched(String coordinates) {
            this.coordinates = coordinates;
        }

        @Override
        public synchronized void transferSucceeded(TransferEvent event) {
            if (bar.isEmpty()) {
                bar = Optional.of(
                        Display.counting(String.format(Locale.ROOT, "%%maven %s: files fetched", coordinates)));
            }
            bar.get().step();
        }

        synchronized void end() {
            bar.ifPresent(ProgressBar::close);
        }
    }
}
