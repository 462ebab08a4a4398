package layerwise.course;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What a reader does with a page and sees on it; every word finds its element anew. */
final class Page {
    private final Browser browser;
    private final ChromeDriver driver;
    private final List<LogEntry> said = new ArrayList<>();
    private final List<LogEntry> did = new ArrayList<>();

    Page(Browser browser, ChromeDriver driver) {
        this.browser = browser;
        this.driver = driver;
    }

    /** {@return the first element that a CSS selector names} */
    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** {@return whether there is such an element, and a reader sees it} */
    boolean shows(String selector) {
        try {
            return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
        } catch (StaleElementReferenceException e) {
            return false;
        }
    }

    /** {@return the texts of all such elements, in the order of the page} */
    List<String> texts(String selector) {
        return strings("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", selector);
    }

    /** {@return where all such elements load from} */
    List<String> addresses(String selector) {
        return strings("return [...document.querySelectorAll(arguments[0])].map(e => e.src)", selector);
    }

    void click(String selector) {
        var element = find(selector);
        ask("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    void hover(String selector) {
        new Actions(driver).moveToElement(find(selector)).perform();
    }

    /** Presses keys one after the other where the focus is. */
    void press(CharSequence... keys) {
        for (var key : keys) {
            new Actions(driver).sendKeys(key).perform();
        }
    }

    /** Presses a key while another is held. */
    void chord(CharSequence held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** {@return what a script answers} */
    Object ask(String script, Object... words) {
        return driver.executeScript(script, words);
    }

    String askText(String script, Object... words) {
        return String.valueOf(ask(script, words));
    }

    private List<String> strings(String script, Object... words) {
        return ((List<?>) ask(script, words)).stream().map(String::valueOf).toList();
    }

    /** Waits until something is so, as long as patience lasts. */
    void await(String what, Supplier<Boolean> so) {
        long end = System.nanoTime() + Browser.patience().toNanos();
        while (!so.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        what + " did not come; the page shows " + find("body").getText());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the browser's test was interrupted", e);
        }
    }

    void scheme(String scheme) {
        browser.scheme(scheme);
    }

    void narrow(int width) {
        browser.window(width, 900);
    }

    /** {@return what the console has of warnings and errors since the page was opened} */
    List<String> errors() {
        driver.manage().logs().get(LogType.BROWSER).forEach(said::add);
        return said.stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** {@return the addresses that the page asked for since it was opened, but for files, and data within it} */
    List<String> requests() {
        driver.manage().logs().get(LogType.PERFORMANCE).forEach(did::add);
        return did.stream()
                .flatMap(Page::requested)
                .filter(address -> !address.matches("(?s)(file|data|blob|about):.*"))
                .distinct()
                .toList();
    }

    private static Stream<String> requested(LogEntry entry) {
        var message =
                JsonParser.parseString(entry.getMessage()).getAsJsonObject().getAsJsonObject("message");
        var event = message.getAsJsonObject("params");
        return switch (message.get("method").getAsString()) {
            case "Network.requestWillBeSent" ->
                Stream.of(event.getAsJsonObject("request").get("url").getAsString());
            case "Network.webSocketCreated" -> Stream.of(event.get("url").getAsString());
            default -> Stream.empty();
        };
    }

    /** Writes what is seen to a PNG file, for a person to look at. */
    Path screenshot(Path file) throws IOException {
        return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }
}
