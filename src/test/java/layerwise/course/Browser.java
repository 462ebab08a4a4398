package layerwise.course;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium without a window, in a profile of its own that can reach this machine and nothing else.
 *
 * <p>Its program and its driver are the machine's; where there is none, the test that asks for it is skipped and says why.
 */
final class Browser implements AutoCloseable {
    /** It warns that it has no words of its own for the newest Chromium; we say ours by name. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

    private final ChromeDriver driver;
    private final Path folder;

    private Browser(ChromeDriver driver, Path folder) {
        this.driver = driver;
        this.folder = folder;
    }

    /** Starts a browser whose files lie in {@code folder}. */
    static Browser start(Path folder) {
        var program = PROGRAMS.stream().flatMap(name -> onPath(name).stream()).findFirst();
        var driver = onPath("chromedriver");
        assumeTrue(program.isPresent(), "no chromium on PATH; on Debian: apt-get install chromium");
        assumeTrue(driver.isPresent(), "no chromedriver on PATH; on Debian: apt-get install chromium-driver");
        SELENIUM.setLevel(Level.SEVERE);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options(program.get(), folder)), folder);
    }

    private static Optional<File> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> new File(place, name))
                .filter(File::canExecute)
                .findFirst();
    }

    private static ChromeOptions options(File program, Path folder) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(program);
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // as root there is none
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--user-data-dir=" + folder.resolve("profile"),
                "--lang=en");
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    /** {@return the page at an address, as soon as it is loaded, with nothing in its logs from before} */
    Page open(String address) {
        driver.get("about:blank");
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        scheme("light");
        window(1200, 900);
        driver.get(address);
        return new Page(this, driver);
    }

    /** {@return the page of this markup, opened as a file} */
    Page openMarkup(String markup) throws IOException {
        var file = Files.createTempFile(folder, "page", ".html");
        Files.writeString(file, markup);
        return open(file.toUri().toString());
    }

    /** Makes pages believe that a reader prefers {@code light} or {@code dark}. */
    void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Makes the inside of the window this large, in pixels; below 500 no window is that narrow. */
    void window(int width, int height) {
        driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** {@return how long anything on a page may take on a busy machine} */
    static Duration patience() {
        return Duration.ofSeconds(60);
    }
}
