package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import layerwise.course.Stage.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every branch of the launcher, with stand-ins for all that it finds, obtains and starts. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(30)
final class LauncherTest {

    private static final String BUILT_LINE =
            "layerwise: building with ROOT/bin/mvn and Java 17.0.2; the first time it downloads the libraries\n";
    private static final String NO_JDK =
            "layerwise: no jdk was found or obtained: install a JDK 17 or later (Debian, Ubuntu: apt-get install"
                    + " openjdk-17-jdk-headless; macOS: brew install openjdk) and point JAVA_HOME at it\n";
    private static final String NO_MAVEN =
            "layerwise: no maven was found or obtained: install Maven 3.8 or later (Debian, Ubuntu: apt-get install"
                    + " maven; macOS: brew install maven) and put its bin folder on PATH\n";
    private static final String NO_JUPYTER =
            "layerwise: no jupyter was found or obtained: install Jupyter (Debian, Ubuntu: apt-get install"
                    + " jupyter-notebook jupyter-nbconvert; elsewhere: pip install notebook nbconvert) and put it on PATH\n";
    private static final String UPDATE = "layerwise: reading the package lists by apt-get update\n";
    private static final String RUNNING = "layerwise: running with ROOT/bin/jupyter and Java 17.0.2\n";
    private static final String OPEN = "layerwise: starting Jupyter notebook of ROOT/bin/jupyter on Java 17.0.2\n"
            + "layerwise: open http://localhost:8888/notebooks/00-start-here.ipynb?token=secret\n";

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void raise() throws IOException {
        stage = new Stage(folder);
    }

    private static String java(String words) {
        return "java -Duser.home=ROOT/home --enable-native-access=ALL-UNNAMED -Dlayerwise.home=ROOT/checkout"
                + " -cp ROOT/checkout/target/layerwise.jar:ROOT/checkout/target/lib/* " + options(words)
                + "layerwise.course." + words + "\n";
    }

    private static String options(String words) {
        return words.startsWith("Main") && !words.startsWith("Main train")
                ? "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
                : "";
    }

    private static String kernel(String words) {
        return java("CourseKernel " + words)
                .replace(
                        "layerwise.course.CourseKernel",
                        "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED -XX:+UseSerialGC -Xms64m -XX:MinHeapFreeRatio=20"
                                + " -XX:MaxHeapFreeRatio=40 -XX:+UseCountedLoopSafepoints -XX:LoopStripMiningIter=1000 -Xlog:disable layerwise.course.CourseKernel");
    }

    private static String javaWithJupyter(String jupyter, String words) {
        return java(words).replace(" -cp", " -Dlayerwise.jupyter=" + jupyter + " -cp");
    }

    private static String mvn(String words) {
        return "mvn -B -ntp -Dstyle.color=never -f ROOT/checkout/pom.xml " + words + "\n";
    }

    private static final String PACKAGE = mvn("-q package -Dmaven.test.skip=true");

    // ---- JDK

    @Test
    void aJdkOfJavaHomeComesFirst() throws Exception {
        stage.built().setUp("jdk").jdk("other", "25.0.1").set("JAVA_HOME", "ROOT/other");
        stage.quiet("jdk/bin/java", "echo wrong; exit 9");
        assertThat(stage.run("summary", "le net")).isEqualTo(new Outcome(0, "", ""));
        assertThat(stage.log()).isEqualTo(java("Main summary le net"));
    }

    @Test
    void aJdkOnPathComesNext() throws Exception {
        stage.built().setUp("jdk").jdk("jvm/other", "25.0.1").quiet("jvm/other/bin/java", "exit 9");
        assertThat(stage.run()).isEqualTo(new Outcome(0, "", ""));
        assertThat(stage.log()).isEqualTo(java("Main"));
    }

    @Test
    void aJdkInAUsualFolderComesLast() throws Exception {
        stage.built().jdk("jvm/old", "11.0.2").jdk("jvm/that one", "21.0.1");
        assertThat(stage.run("summary")).isEqualTo(new Outcome(0, "", ""));
        assertThat(stage.log()).isEqualTo(java("Main summary"));
    }

    @Test
    void whatIsNoJdkOfOursIsSkippedWithALine() throws Exception {
        stage.built().jdk("jvm/good", "17.0.2").jdk("old", "11.0.2").set("JAVA_HOME", "ROOT/old");
        stage.javaOnPath(stage.jre("jre", "17.0.2"), "jre");
        assertThat(stage.run("summary"))
                .isEqualTo(new Outcome(
                        0,
                        "",
                        "layerwise: skipping JAVA_HOME=ROOT/old: it is Java 11.0.2, 17 or later is needed\n"
                                + "layerwise: skipping ROOT/bin/java: it is Java 17.0.2 without jdk.jshell, a whole JDK is"
                                + " needed\n"));
    }

    @Test
    void aJavaHomeWithoutJavaIsSkippedWithALine() throws Exception {
        stage.built().setUp("jdk").set("JAVA_HOME", "ROOT/nowhere");
        assertThat(stage.run("summary"))
                .isEqualTo(
                        new Outcome(
                                0,
                                "",
                                "layerwise: skipping JAVA_HOME=ROOT/nowhere: it does not list its modules: too old, or broken\n"));
    }

    @Test
    void aJreThatLacksOnlyTheCompilerIsSkipped() throws Exception {
        stage.built().jre("jvm/jre", "17.0.2", "jdk.jshell@17.0.2");
        assertThat(stage.run("summary")).isEqualTo(new Outcome(1, "", NO_JDK));
    }

    @Test
    void withoutAnyJdkOrMeansTheCureIsSaid() throws Exception {
        assertThat(stage.run("summary")).isEqualTo(new Outcome(1, "", NO_JDK));
    }

    @Test
    void whatIsMissingComesFromMamba() throws Exception {
        stage.conda("conda").conda("mamba").apt().user(0);
        assertThat(stage.run("run", "a.ipynb"))
                .isEqualTo(new Outcome(
                        0,
                        "",
                        "layerwise: creating .layerwise/env from environment.yml by ROOT/bin/mamba, which takes minutes\n"
                                + BUILT_LINE.replace("ROOT/bin", "ROOT/checkout/.layerwise/env/bin")
                                + RUNNING.replace("ROOT/bin", "ROOT/checkout/.layerwise/env/bin")));
        assertThat(stage.log())
                .isEqualTo(
                        "mamba env create --prefix ROOT/checkout/.layerwise/env --file ROOT/checkout/environment.yml\n"
                                + PACKAGE
                                + javaWithJupyter("ROOT/checkout/.layerwise/env/bin/jupyter", "Main run a.ipynb"));
    }

    @Test
    void whereMambaIsNotCondaServes() throws Exception {
        stage.conda("conda").built();
        assertThat(stage.run("summary").code()).isZero();
        assertThat(stage.log())
                .isEqualTo(
                        "conda env create --prefix ROOT/checkout/.layerwise/env --file ROOT/checkout/environment.yml\n"
                                + java("Main summary"));
    }

    @Test
    void whatIsMissingComesFromAptForRoot() throws Exception {
        String packages =
                "openjdk-21-jdk-headless fontconfig fonts-dejavu-core maven jupyter-notebook jupyter-nbconvert\n";
        stage.apt().user(0);
        assertThat(stage.run("run", "a.ipynb"))
                .isEqualTo(new Outcome(
                        0, "", UPDATE + "layerwise: installing by apt-get: " + packages + BUILT_LINE + RUNNING));
        assertThat(stage.log())
                .isEqualTo("apt-get -q update\napt-get -q -y install --no-install-recommends " + packages + PACKAGE
                        + javaWithJupyter("ROOT/bin/jupyter", "Main run a.ipynb"));
    }

    @Test
    void othersUseAptWithSudo() throws Exception {
        stage.apt().sudo().built();
        assertThat(stage.run("summary"))
                .isEqualTo(
                        new Outcome(
                                0,
                                "",
                                UPDATE
                                        + "layerwise: installing by apt-get: openjdk-21-jdk-headless fontconfig fonts-dejavu-core\n"));
        assertThat(stage.log())
                .isEqualTo("sudo apt-get -q update\napt-get -q update\n"
                        + "sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends"
                        + " openjdk-21-jdk-headless fontconfig fonts-dejavu-core\n"
                        + "apt-get -q -y install --no-install-recommends"
                        + " openjdk-21-jdk-headless fontconfig fonts-dejavu-core\n"
                        + java("Main summary"));
    }

    @Test
    void aptIsLeftAloneWhereWeMayNotUseIt() throws Exception {
        stage.apt();
        assertThat(stage.run("summary")).isEqualTo(new Outcome(1, "", NO_JDK));
        assertThat(stage.log()).isEmpty();
    }

    @Test
    void whenCondaAndAptFailTheCureIsSaid() throws Exception {
        stage.program("bin/conda", "exit 1").program("bin/apt-get", "exit 100").user(0);
        assertThat(stage.run("summary"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "layerwise: creating .layerwise/env from environment.yml by ROOT/bin/conda, which takes minutes\n"
                                + "layerwise: ROOT/bin/conda could not create it\n"
                                + UPDATE
                                + "layerwise: apt-get update failed; going on with the lists that are there\n"
                                + "layerwise: installing by apt-get: default-jdk-headless fontconfig"
                                + " fonts-dejavu-core maven\n"
                                + "layerwise: apt-get could not install them\n"
                                + NO_JDK));
    }

    // ---- Maven

    @Test
    void aMavenThatIsTooOldIsSkippedAndANewOneObtained() throws Exception {
        stage.setUp("jdk").maven("old/mvn", "3.6.3").conda("conda");
        stage.set("PATH", stage.path("old") + ":" + stage.path("bin"));
        assertThat(stage.run("summary"))
                .isEqualTo(new Outcome(
                        0,
                        "",
                        "layerwise: skipping ROOT/old/mvn: it is Maven 3.6.3, 3.8 or later is needed\n"
                                + "layerwise: creating .layerwise/env from environment.yml by ROOT/bin/conda, which takes"
                                + " minutes\n"
                                + BUILT_LINE.replace("ROOT/bin", "ROOT/checkout/.layerwise/env/bin")));
    }

    @Test
    void mavenComesFromApt() throws Exception {
        stage.setUp("jdk").apt().user(0);
        assertThat(stage.run("summary"))
                .isEqualTo(new Outcome(0, "", UPDATE + "layerwise: installing by apt-get: maven\n" + BUILT_LINE));
    }

    @Test
    void withoutMavenOrMeansTheCureIsSaid() throws Exception {
        stage.setUp("jdk");
        assertThat(stage.run("summary")).isEqualTo(new Outcome(1, "", NO_MAVEN));
    }

    // ---- Jupyter

    @Test
    void aJupyterThatDoesNotWorkIsSkippedWithALine() throws Exception {
        stage.built().setUp("jdk", "jupyter").quiet("pyenv/jupyter", "exit 127");
        stage.set("PATH", stage.path("pyenv") + ":" + stage.path("bin"));
        assertThat(stage.run("run", "a.ipynb"))
                .isEqualTo(new Outcome(
                        0, "", "layerwise: skipping ROOT/pyenv/jupyter: it has no nbconvert that works\n" + RUNNING));
        assertThat(stage.log()).isEqualTo(javaWithJupyter("ROOT/bin/jupyter", "Main run a.ipynb"));
    }

    @Test
    void jupyterComesFromConda() throws Exception {
        stage.built().setUp("jdk").conda("conda");
        assertThat(stage.run("run", "a.ipynb"))
                .isEqualTo(new Outcome(
                        0,
                        "",
                        "layerwise: creating .layerwise/env from environment.yml by ROOT/bin/conda, which takes minutes\n"
                                + RUNNING.replace("ROOT/bin", "ROOT/checkout/.layerwise/env/bin")));
    }

    @Test
    void jupyterComesFromAptWithSudo() throws Exception {
        stage.built().setUp("jdk").apt().sudo();
        assertThat(stage.run("run", "a.ipynb"))
                .isEqualTo(new Outcome(
                        0,
                        "",
                        UPDATE + "layerwise: installing by apt-get: jupyter-notebook jupyter-nbconvert\n" + RUNNING));
    }

    @Test
    void jupyterComesFromPipWhereNothingElseServes() throws Exception {
        stage.built().setUp("jdk").python().user(0).program("bin/apt-get", "exit 100");
        assertThat(stage.run("run", "a.ipynb"))
                .isEqualTo(new Outcome(
                        0,
                        "",
                        UPDATE
                                + "layerwise: apt-get update failed; going on with the lists that are there\n"
                                + "layerwise: installing by apt-get: jupyter-notebook jupyter-nbconvert\n"
                                + "layerwise: apt-get could not install them\n"
                                + "layerwise: installing notebook and nbconvert into .venv by pip of ROOT/bin/python3\n"
                                + RUNNING.replace("ROOT/bin", "ROOT/checkout/.venv/bin")));
        assertThat(stage.log())
                .contains("python3 -m venv ROOT/checkout/.venv\npip install --quiet notebook nbconvert\n");
    }

    @Test
    void whenPipFailsNothingIsLeftAndTheCureIsSaid() throws Exception {
        stage.built().setUp("jdk").python().program("shelf/pip", "exit 1");
        assertThat(stage.run("run", "a.ipynb"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "layerwise: installing notebook and nbconvert into .venv by pip of ROOT/bin/python3\n"
                                + "layerwise: pip could not install them\n"
                                + NO_JUPYTER));
        assertThat(stage.path("checkout/.venv")).doesNotExist();
    }

    @Test
    void withoutJupyterOrMeansTheCureIsSaid() throws Exception {
        stage.built().setUp("jdk");
        assertThat(stage.run("lab")).isEqualTo(new Outcome(1, "", NO_JUPYTER));
    }

    @Test
    void helpNeedsNoJupyter() throws Exception {
        stage.built().setUp("jdk");
        assertThat(stage.run("lab", "--help")).isEqualTo(new Outcome(0, "8888\n", ""));
        assertThat(stage.log()).isEqualTo(java("Main lab --help"));
    }

    // ---- Building

    @Test
    void aFreshCheckoutIsBuiltOnce() throws Exception {
        stage.setUp("jdk", "maven");
        assertThat(stage.run("summary")).isEqualTo(new Outcome(0, "", BUILT_LINE));
        assertThat(stage.run("summary")).isEqualTo(new Outcome(0, "", ""));
        assertThat(stage.log()).isEqualTo(PACKAGE + java("Main summary") + java("Main summary"));
    }

    @Test
    void aSourceThatIsNewerThanTheBuildIsBuilt() throws Exception {
        stage.setUp("jdk", "maven").built();
        Path source = Files.createFile(stage.path("checkout/src/main/Layer.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(stage.run("summary")).isEqualTo(new Outcome(0, "", BUILT_LINE));
    }

    @Test
    void aBuildThatFailsDoesNotCountAsBuilt() throws Exception {
        stage.setUp("jdk", "maven").maven("bin/mvn", "3.9.9; exit 1").quiet("bin/mvn", """
                case "$1" in --version) echo Apache Maven 3.9.9 ;; *) echo "cannot find symbol"; mkdir -p "ROOT/checkout/target/lib"
                touch "ROOT/checkout/target/layerwise.jar"; exit 1 ;; esac""");
        String failure = BUILT_LINE + "cannot find symbol\n"
                + "layerwise: the build failed as shown above; by hand: mvn package\n";
        assertThat(stage.run("summary")).isEqualTo(new Outcome(1, "", failure));
        assertThat(stage.run("summary")).isEqualTo(new Outcome(1, "", failure));
        assertThat(stage.path("checkout/.layerwise/lock")).doesNotExist();
    }

    @Test
    void twoStartsBuildOnce() throws Exception {
        stage.setUp("jdk", "maven");
        Files.createDirectories(stage.path("checkout/.layerwise"));
        Path lock = stage.path("checkout/.layerwise/lock");
        Process other = new ProcessBuilder("sleep", "60").start();
        Files.createSymbolicLink(lock, Path.of(Long.toString(other.pid())));
        Path err = stage.path("err");
        Process waiting = stage.start(stage.path("out"), err, "summary");
        while (!Files.exists(err) || !Files.readString(err).contains("waiting")) {
            Thread.sleep(20);
        }
        stage.built();
        other.destroy();
        assertThat(waiting.waitFor()).isZero();
        assertThat(Files.readString(err))
                .isEqualTo("layerwise: waiting for the build of process " + other.pid() + "; if that is none, delete "
                        + lock + "\n");
        assertThat(stage.log()).isEqualTo(java("Main summary"));
        assertThat(lock).doesNotExist();
    }

    @Test
    void theLockOfAProcessThatIsGoneIsTakenAway() throws Exception {
        stage.setUp("jdk", "maven");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(stage.path("checkout/.layerwise"));
        Files.createSymbolicLink(stage.path("checkout/.layerwise/lock"), Path.of(Long.toString(gone.pid())));
        assertThat(stage.run("summary")).isEqualTo(new Outcome(0, "", BUILT_LINE));
    }

    @Test
    void theTestsOwnStartsDoNotBuild() throws Exception {
        stage.setUp("jdk").set("LAYERWISE_BUILT", "yes");
        assertThat(stage.run("summary")).isEqualTo(new Outcome(0, "", ""));
    }

    // ---- Commands

    @Test
    void aKernelStartsWithoutALookAtTheSources() throws Exception {
        stage.setUp("jdk").built();
        Files.setLastModifiedTime(
                stage.path("checkout/pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(stage.run("kernel", "start", "/tmp/connection.json")).isEqualTo(new Outcome(0, "", ""));
        assertThat(stage.log()).isEqualTo(kernel("/tmp/connection.json"));
    }

    @Test
    void aKernelStartsFromTheArchiveOfItsJavasVersion() throws Exception {
        stage.setUp("jdk").built().quiet("checkout/.layerwise/kernel-17.0.1.jsa", "another Java's");
        stage.run("kernel", "start", "c.json");
        assertThat(stage.log()).isEqualTo(kernel("c.json"));
        stage.quiet("checkout/.layerwise/kernel-17.0.2.jsa", "its own");
        stage.run("kernel", "start", "c.json");
        assertThat(stage.log())
                .isEqualTo(
                        kernel("c.json")
                                + kernel("c.json")
                                        .replace(
                                                "layerwise.course",
                                                "-XX:SharedArchiveFile=ROOT/checkout/.layerwise/kernel-17.0.2.jsa layerwise.course"));
    }

    @Test
    void aJdkThatSaysWhatItIsNeedNotBeAsked() throws Exception {
        stage.built().setUp("jdk").quiet("jdk/release", "");
        Files.writeString(
                stage.path("jdk/release"), "JAVA_VERSION=\"21.0.5\"\nMODULES=\"java.base jdk.jshell jdk.jdi\"\n");
        stage.quiet("jdk/bin/java", "case \"$*\" in *--list-modules*) exit 9 ;; esac; echo \"java $*\" >>\"ROOT/log\"");
        stage.quiet("checkout/.layerwise/kernel-21.0.5.jsa", "");
        stage.run("kernel", "start", "c.json");
        assertThat(stage.log()).contains("kernel-21.0.5.jsa layerwise.course.CourseKernel c.json");
    }

    @Test
    void aJavaWithoutJShellStillStartsAKernelThatSaysSo() throws Exception {
        stage.built().javaOnPath(stage.jre("jre", "17.0.2"), "jre");
        assertThat(stage.run("kernel", "start", "c.json").code()).isZero();
        assertThat(stage.log())
                .isEqualTo("java -cp ROOT/checkout/target/layerwise.jar layerwise.kernel.Speaks\n" + kernel("c.json"));
    }

    @Test
    void anArchiveIsThereWholeOrNotAtAll() throws Exception {
        stage.built().setUp("jdk").quiet("jdk/bin/java", """
                case "$*" in
                *--list-modules*) printf '    java.home = ROOT/jdk\\n    java.version = 17.0.2\\njdk.jshell@17\\n' ;;
                *) for word in "$@"; do case $word in
                   -XX:ArchiveClassesAtExit=*) echo made >"${word#*=}" ;; esac; done; exit 0 ;;
                esac""");
        Path archive = stage.path("checkout/.layerwise/kernel-17.0.2.jsa");
        assertThat(stage.run("kernel", "archive")).isEqualTo(new Outcome(0, "", ""));
        assertThat(archive).hasContent("made");
        stage.quiet("jdk/bin/java", """
                case "$*" in
                *--list-modules*) printf '    java.home = ROOT/jdk\\n    java.version = 17.0.2\\njdk.jshell@17\\n' ;;
                *) exit 1 ;;
                esac""");
        Files.delete(archive);
        assertThat(stage.run("kernel", "archive"))
                .isEqualTo(new Outcome(
                        1, "", "layerwise: the archive of classes could not be made; kernels start without it\n"));
        assertThat(archive.getParent()).isEmptyDirectory();
    }

    @Test
    void aKernelIsBuiltBeforeItsFirstStart() throws Exception {
        stage.setUp("jdk", "maven");
        assertThat(stage.run("kernel", "start", "c.json")).isEqualTo(new Outcome(0, "", BUILT_LINE));
        assertThat(stage.log()).isEqualTo(PACKAGE + kernel("c.json"));
    }

    @Test
    void wordsForJavaAndMavenArePassedOn() throws Exception {
        stage.setUp("jdk", "maven").set("LAYERWISE_JAVA_OPTS", "-Xmx1g -ea").set("LAYERWISE_MAVEN_OPTS", "-o");
        assertThat(stage.run("kernel", "install").code()).isZero();
        assertThat(stage.log())
                .isEqualTo(PACKAGE.replace(" -q", " -o -q")
                        + java("Main kernel install").replace("java ", "java -Xmx1g -ea "));
    }

    @Test
    void trainingHasAllOfTheCompiler() throws Exception {
        stage.built().setUp("jdk");
        assertThat(stage.run("train", "lenet5").code()).isZero();
        assertThat(stage.log()).isEqualTo(java("Main train lenet5"));
    }

    @Test
    void labWithoutADisplaySaysWhereToLook() throws Exception {
        stage.setUp("jdk", "jupyter").built().quiet("bin/uname", "echo Linux").quiet("bin/hostname", "echo host");
        assertThat(stage.run("lab", "--debug"))
                .isEqualTo(new Outcome(
                        0,
                        "",
                        OPEN + "layerwise: there is no display here; for a browser on another machine first run there:"
                                + " ssh -L 8888:localhost:8888 host\n"));
        assertThat(stage.log())
                .isEqualTo(javaWithJupyter("ROOT/bin/jupyter", "Main lab --debug")
                        + "jupyter notebook --no-browser --port=8888 --debug\n");
    }

    @Test
    void labWithADisplayOpensTheChapter() throws Exception {
        stage.setUp("jdk", "jupyter").built().set("DISPLAY", ":0").user(0);
        assertThat(stage.run("lab")).isEqualTo(new Outcome(0, "", OPEN));
        assertThat(stage.log())
                .isEqualTo(javaWithJupyter("ROOT/bin/jupyter", "Main lab")
                        + "jupyter notebook 00-start-here.ipynb --allow-root --port=8888\n");
    }

    @Test
    void labPrefersJupyterLab() throws Exception {
        stage.setUp("jdk").jupyter("bin/jupyter", "lab").built().set("DISPLAY", ":0");
        assertThat(stage.run("lab", "--port", "8888", "--no-browser"))
                .isEqualTo(new Outcome(
                        0,
                        "",
                        "layerwise: starting Jupyter lab of ROOT/bin/jupyter on Java 17.0.2\n"
                                + "layerwise: open http://localhost:8888/lab/tree/00-start-here.ipynb?token=secret\n"));
        assertThat(stage.log())
                .isEqualTo(javaWithJupyter("ROOT/bin/jupyter", "Main lab --port 8888 --no-browser")
                        + "jupyter lab --port 8888 --no-browser\n");
    }

    @Test
    void labWithoutChaptersOpensTheFolder() throws Exception {
        stage.setUp("jdk", "jupyter").built().set("DISPLAY", ":0");
        Files.delete(stage.path("checkout/notebooks/00-start-here.ipynb"));
        assertThat(stage.run("lab", "--NotebookApp.token=mine"))
                .isEqualTo(new Outcome(0, "", OPEN.replace("notebooks/00-start-here.ipynb?token=secret", "tree")));
    }

    @Test
    void labStartsNoJupyterWhereJavaSaysNo() throws Exception {
        stage.setUp("jdk", "jupyter").built().quiet("jdk/bin/jshell", "");
        stage.quiet("jdk/bin/java", """
                case "$*" in *--list-modules*) printf '    java.home = ROOT/jdk\\n    java.version = 17\\njdk.jshell@17\\n' ;;
                *) echo "layerwise: port 9000 is in use" >&2; exit 1 ;; esac""");
        assertThat(stage.run("lab", "--port", "9000"))
                .isEqualTo(new Outcome(1, "", "layerwise: port 9000 is in use\n"));
        assertThat(stage.log()).isEmpty();
    }

    @Test
    void testsRunThroughMaven() throws Exception {
        stage.setUp("jdk", "maven", "jupyter").apt().user(0).quiet("bin/uname", "echo Linux");
        String lines = stage.run("test", "-Dtest=ShapeTest").err();
        assertThat(lines)
                .isEqualTo(UPDATE
                        + "layerwise: installing by apt-get: chromium chromium-driver fontconfig fonts-dejavu-core"
                        + " python3-jupyter-kernel-test\n"
                        + "layerwise: no chromium: tests that need it are skipped\n"
                        + "layerwise: no chromedriver: tests that need it are skipped\n"
                        + "layerwise: no fonts: tests that need it are skipped\n"
                        + "layerwise: no jupyter_kernel_test: tests that need it are skipped\n"
                        + "layerwise: testing with Java 17.0.2 in ROOT/jdk, ROOT/bin/mvn and ROOT/bin/jupyter\n"
                        + BUILT_LINE);
        assertThat(stage.log())
                .endsWith(mvn("-q package -Dmaven.test.skip=true -Dtest=ShapeTest")
                        + mvn("verify -Dtest=ShapeTest -DskipITs"));
    }

    @Test
    void thePackageListsAreReadOnce() throws Exception {
        stage.apt().user(0).quiet("bin/uname", "echo Darwin");
        assertThat(stage.run("test").err())
                .startsWith(UPDATE
                        + "layerwise: installing by apt-get: openjdk-21-jdk-headless fontconfig fonts-dejavu-core maven"
                        + " jupyter-notebook jupyter-nbconvert\n"
                        + "layerwise: installing by apt-get: chromium chromium-driver python3-jupyter-kernel-test\n");
    }

    @Test
    void withoutRightsTheTestsRunAllTheSame() throws Exception {
        stage.setUp("jdk", "maven", "jupyter").built().apt().quiet("bin/uname", "echo Darwin");
        assertThat(stage.run("test"))
                .isEqualTo(
                        new Outcome(
                                0,
                                "",
                                "layerwise: no chromium: tests that need it are skipped\n"
                                        + "layerwise: no chromedriver: tests that need it are skipped\n"
                                        + "layerwise: no jupyter_kernel_test: tests that need it are skipped\n"
                                        + "layerwise: testing with Java 17.0.2 in ROOT/jdk, ROOT/bin/mvn and ROOT/bin/jupyter\n"));
        assertThat(stage.log()).isEqualTo(mvn("verify"));
    }

    @Test
    void doctorTellsWhatIsMissingAndInstallsNothing() throws Exception {
        stage.conda("conda").apt().user(0);
        assertThat(stage.run("doctor"))
                .isEqualTo(new Outcome(
                        1,
                        "missing  JDK      install a JDK 17 or later (Debian, Ubuntu: apt-get install"
                                + " openjdk-17-jdk-headless; macOS: brew install openjdk) and point JAVA_HOME at it\n"
                                + "missing  Maven    install Maven 3.8 or later (Debian, Ubuntu: apt-get install maven;"
                                + " macOS: brew install maven) and put its bin folder on PATH\n"
                                + "missing  Jupyter  install Jupyter (Debian, Ubuntu: apt-get install jupyter-notebook"
                                + " jupyter-nbconvert; elsewhere: pip install notebook nbconvert) and put it on PATH\n"
                                + "missing  build    nothing is built yet, so the rest cannot be looked at: ./layerwise"
                                + " --version builds it\n",
                        ""));
        assertThat(stage.log()).isEmpty();
    }

    @Test
    void doctorTellsWhatIsThere() throws Exception {
        stage.setUp("jdk", "maven", "jupyter")
                .built()
                .jdk("jvm/other", "25.0.1")
                .jdk("jvm/old", "8");
        assertThat(stage.run("doctor"))
                .isEqualTo(new Outcome(
                        0,
                        "ok       JDK      Java 17.0.2 in ROOT/jdk, with jdk.jshell\n"
                                + "ok       JDK      Java 25.0.1 in ROOT/jvm/other, found too\n"
                                + "ok       Maven    3.8.7 at ROOT/bin/mvn\n"
                                + "ok       Jupyter  ROOT/bin/jupyter, with nbconvert\n",
                        ""));
        assertThat(stage.log()).isEqualTo(javaWithJupyter("ROOT/bin/jupyter", "Main doctor"));
    }
}
