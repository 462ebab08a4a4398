package layerwise.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import layerwise.train.RunData;
import layerwise.train.RunRecord;

/**
 * What was trained, how, on what, by what, when, and what came of it: a record as a table of facts.
 *
 * @param record what is printed
 */
public record RunFacts(RunRecord record) implements Printed {
    private static final int DIGEST = 8;

    @Override
    public String text() {
        return PlainText.of(grid());
    }

    @Override
    public String html() {
        return Html.of(grid());
    }

    /** {@return the facts, each a line} */
    List<String> lines() {
        return grid().rows().stream().map(row -> row.get(0) + ": " + row.get(1)).toList();
    }

    private Grid grid() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "network",
                record.network().name() + ", description "
                        + brief(record.network().sha256())));
        rows.add(List.of("learned from", images(record.data().train())));
        rows.add(List.of("tested on", images(record.data().test())));
        rows.add(List.of("recipe", recipe()));
        rows.add(List.of("seed", "" + record.recipe().seed()));
        record.first().ifPresent(digest -> rows.add(List.of("started from", "weights " + brief(digest))));
        rows.add(List.of("engine", engine()));
        rows.add(List.of("trained", String.format(Locale.ROOT, "%s, in %,.1f s", record.when(), record.seconds())));
        rows.add(List.of("ended", record.ending().why()));
        rows.add(List.of("test accuracy", Numbers.percent(record.accuracy())));
        return new Grid(
                "", List.of(new Grid.Column("fact", false), new Grid.Column("value", false)), rows, List.of(), "");
    }

    private static String images(RunData.Images images) {
        return Numbers.counted(images.size(), "image") + " of " + images.name() + ", " + brief(images.sha256());
    }

    private String recipe() {
        var recipe = record.recipe();
        return Numbers.counted(recipe.epochs(), "epoch") + ", batches of " + Numbers.grouped(recipe.batch()) + ", rate "
                + recipe.rate() + " " + recipe.schedule() + ", " + recipe.optimizer()
                + (recipe.decay() == 0
                        ? ""
                        : ", decay "
                                + BigDecimal.valueOf(recipe.decay())
                                        .stripTrailingZeros()
                                        .toPlainString())
                + (recipe.augmentation().distortions().isEmpty() ? "" : ", augmented");
    }

    private String engine() {
        var versions = record.versions();
        return versions.engine() + ", DJL " + versions.djl() + ", Java " + versions.java();
    }

    private static String brief(String sha256) {
        return sha256.substring(0, Math.min(DIGEST, sha256.length())) + "…";
    }
}
