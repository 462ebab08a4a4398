package layerwise.data;

import java.util.List;
import java.util.Locale;

/** The class names of published datasets, in the order of their labels. */
final class Classes {
    /** Zero to nine. */
    static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /** Xiao, Rasul and Vollgraf, 2017, table 2. */
    static final List<String> FASHION = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    /** One letter of each row of Hiragana (Clanuwat et al., 2018, figure 1), in Latin letters. */
    static final List<String> KUZUSHIJI = List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo");

    /** Krizhevsky, 2009; {@code batches.meta.txt} of CIFAR-10. */
    static final List<String> CIFAR_10 =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    /** {@code fine_label_names.txt} of CIFAR-100. */
    static final List<String> CIFAR_100 = words("""
            apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy bridge bus butterfly camel can
            castle caterpillar cattle chair chimpanzee clock cloud cockroach couch crab crocodile cup dinosaur dolphin
            elephant flatfish forest fox girl hamster house kangaroo keyboard lamp lawn_mower leopard lion lizard
            lobster man maple_tree motorcycle mountain mouse mushroom oak_tree orange orchid otter palm_tree pear
            pickup_truck pine_tree plain plate poppy porcupine possum rabbit raccoon ray road rocket rose sea seal shark
            shrew skunk skyscraper snail snake spider squirrel streetcar sunflower sweet_pepper table tank telephone
            television tiger tractor train trout tulip turtle wardrobe whale willow_tree wolf woman worm
            """);

    /** {@code coarse_label_names.txt} of CIFAR-100. */
    static final List<String> CIFAR_20 = words("""
            aquatic_mammals fish flowers food_containers fruit_and_vegetables household_electrical_devices
            household_furniture insects large_carnivores large_man-made_outdoor_things large_natural_outdoor_scenes
            large_omnivores_and_herbivores medium_mammals non-insect_invertebrates people reptiles small_mammals trees
            vehicles_1 vehicles_2
            """);

    private Classes() {}

    /** {@return the classes that the name of a folder of IDX files tells: fashion, Kuzushiji, else digits} */
    static List<String> named(String folder) {
        String name = folder.toLowerCase(Locale.ROOT);
        if (name.contains("fashion")) {
            return FASHION;
        }
        return name.contains("kmnist") || name.contains("kuzushiji") ? KUZUSHIJI : DIGITS;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
