package layerwise.course;

import ai.djl.modality.cv.Image;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerwise.engine.ArrayFacts;
import layerwise.engine.BlockOutline;
import layerwise.kernel.Kernel;
import layerwise.kernel.MimeBundle;
import layerwise.view.HeatMap;
import layerwise.view.Tables;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What the engine's own types look like: their facts and a small picture, never their thousands of numbers. */
final class EngineLooks {
    private static final int ARRAYS = 20;
    private static final int BLOCKS = 200;

    private EngineLooks() {}

    /** {@return the same kernel, which knows the engine's arrays, images and blocks} */
    static Kernel.Builder register(Kernel.Builder kernel) {
        return kernel.render(NDArray.class, EngineLooks::array)
                .render(NDList.class, EngineLooks::list)
                .render(Image.class, EngineLooks::image)
                .render(Block.class, EngineLooks::block);
    }

    static MimeBundle array(NDArray array) {
        if (array.isReleased()) {
            return MimeBundle.text(text(array));
        }
        ArrayFacts facts = ArrayFacts.of(array);
        String lines = text(facts);
        String picture = facts.map().map(EngineLooks::picture).orElse("");
        return MimeBundle.text(lines)
                .html("<div><pre style=\"margin:0\">" + escaped(lines) + "</pre>" + picture + "</div>");
    }

    private static String picture(float[]... map) {
        String png = Base64.getEncoder().encodeToString(new HeatMap(map).png());
        return "<img alt=\"heat map of the last two axes\" src=\"data:image/png;base64," + png + "\"/>";
    }

    private static String text(NDArray array) {
        return array.isReleased()
                ? "an array that was closed with its manager, so its numbers are gone; look at it before, or make it"
                        + " with a manager that stays open"
                : text(ArrayFacts.of(array));
    }

    private static String text(ArrayFacts facts) {
        return facts.kind() + facts.statistics().map(EngineLooks::line).orElse("") + few(facts);
    }

    private static String line(ArrayFacts.Statistics facts) {
        String spread = facts.counted() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "\nfrom %.4g to %.4g, mean %.4g, standard deviation %.4g",
                        facts.smallest(),
                        facts.largest(),
                        facts.mean(),
                        facts.deviation());
        String odd = facts.notFinite() == 0
                ? ""
                : String.format(Locale.ROOT, "\n%,d not finite (NaN or infinite)", facts.notFinite());
        return spread + odd;
    }

    /** The numbers themselves where they are few. */
    private static String few(ArrayFacts facts) {
        return facts.map()
                .filter(map ->
                        map.length <= 10 && map[0].length <= 10 && (long) map.length * map[0].length == facts.size())
                .map(map -> "\n"
                        + IntStream.range(0, map.length)
                                .mapToObj(y -> row(map[y]))
                                .collect(Collectors.joining("\n")))
                .orElse("");
    }

    private static String row(float... numbers) {
        return IntStream.range(0, numbers.length)
                .mapToObj(x -> String.format(Locale.ROOT, "%10.4g", numbers[x]))
                .collect(Collectors.joining(" "));
    }

    static MimeBundle list(NDList list) {
        String arrays = IntStream.range(0, Math.min(list.size(), ARRAYS))
                .mapToObj(i -> i
                        + Optional.ofNullable(list.get(i).getName())
                                .map(name -> " " + name)
                                .orElse("") + ": "
                        + text(list.get(i)).lines().findFirst().orElse(""))
                .collect(Collectors.joining("\n"));
        String rest = list.size() > ARRAYS ? "\n… " + list.size() + " arrays" : "";
        return MimeBundle.text(
                "a list of " + list.size() + (list.size() == 1 ? " array\n" : " arrays\n") + arrays + rest);
    }

    static MimeBundle image(Image image) {
        var file = new ByteArrayOutputStream();
        try {
            image.save(file, "png");
        } catch (IOException e) {
            throw new UncheckedIOException("the image cannot be written as PNG", e);
        }
        return MimeBundle.text("image, " + image.getWidth() + "×" + image.getHeight() + " pixels")
                .png(file.toByteArray());
    }

    static MimeBundle block(Block block) {
        var outline = BlockOutline.of(block);
        Table table = table(outline, String.format(Locale.ROOT, "%s, %,d parameters", name(block), outline.count()));
        return MimeBundle.text(Tables.text(table)).html(Tables.html(table));
    }

    private static String name(Block block) {
        return block.getClass().getSimpleName() + (block.isInitialized() ? "" : ", not initialized");
    }

    private static Table table(BlockOutline outline, String title) {
        var rows = outline.rows().stream().limit(BLOCKS).toList();
        int cut = outline.rows().size() - rows.size();
        return Table.create(
                cut == 0
                        ? title
                        : title + ", the first " + BLOCKS + " of "
                                + outline.rows().size() + " blocks",
                StringColumn.create("block", rows.stream().map(row -> "· ".repeat(row.depth()) + row.name())),
                StringColumn.create("kind", rows.stream().map(BlockOutline.Row::kind)),
                StringColumn.create("parameters", rows.stream().map(BlockOutline.Row::parameters)),
                LongColumn.create(
                        "count",
                        rows.stream().mapToLong(BlockOutline.Row::count).toArray()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
