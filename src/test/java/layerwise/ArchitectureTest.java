package layerwise;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.google.gson.reflect.TypeToken;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arrows between packages run one way only. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("layerwise");

    private static final Set<String> SINCE_2_8_6 = Set.of(
            "GsonBuilder.addReflectionAccessFilter",
            "GsonBuilder.disableJdkUnsafe",
            "GsonBuilder.setFormattingStyle",
            "GsonBuilder.setNumberToNumberStrategy",
            "GsonBuilder.setObjectToNumberStrategy",
            "GsonBuilder.setStrictness",
            "JsonArray.asList",
            "JsonArray.isEmpty",
            "JsonObject.asMap",
            "JsonObject.isEmpty",
            "JsonParser.parseReader",
            "JsonParser.parseString",
            "JsonReader.getNestingLimit",
            "JsonReader.getStrictness",
            "JsonReader.setNestingLimit",
            "JsonReader.setStrictness",
            "JsonWriter.getFormattingStyle",
            "JsonWriter.getStrictness",
            "JsonWriter.setFormattingStyle",
            "JsonWriter.setStrictness");

    @Test
    void everyPackageKnowsOnlyThePackagesBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("layers")
                .definedBy("layerwise.layers..")
                .layer("network")
                .definedBy("layerwise.network..")
                .layer("analysis")
                .definedBy("layerwise.analysis..")
                .layer("zoo")
                .definedBy("layerwise.zoo..")
                .layer("engine")
                .definedBy("layerwise.engine..")
                .layer("data")
                .definedBy("layerwise.data..")
                .layer("train")
                .definedBy("layerwise.train..")
                .layer("view")
                .definedBy("layerwise.view..")
                .layer("exercise")
                .definedBy("layerwise.exercise..")
                .layer("kernel")
                .definedBy("layerwise.kernel..")
                .layer("course")
                .definedBy("layerwise.course..")
                .whereLayer("layers")
                .mayNotAccessAnyLayer()
                .whereLayer("kernel")
                .mayNotAccessAnyLayer()
                .whereLayer("network")
                .mayOnlyAccessLayers("layers")
                .whereLayer("data")
                .mayOnlyAccessLayers("layers")
                .whereLayer("analysis")
                .mayOnlyAccessLayers("network", "layers")
                .whereLayer("zoo")
                .mayOnlyAccessLayers("network", "layers")
                .whereLayer("engine")
                .mayOnlyAccessLayers("network", "layers")
                .whereLayer("train")
                .mayOnlyAccessLayers("engine", "data", "network", "layers")
                .whereLayer("view")
                .mayOnlyAccessLayers("analysis", "train", "data", "network", "layers")
                .whereLayer("exercise")
                .mayOnlyAccessLayers("view", "train", "zoo", "data", "analysis", "network", "layers", "kernel")
                .whereLayer("course")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void theAlphabetNeedsNothingButJava() {
        noClasses()
                .that()
                .resideInAPackage("layerwise.layers..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java.lang..", "java.util..", "layerwise.layers..")
                .check(CLASSES);
    }

    @Test
    void analysisNeedsNoEngine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "layerwise.layers..",
                        "layerwise.network..",
                        "layerwise.analysis..",
                        "layerwise.zoo..",
                        "layerwise.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "com.sun.jna..")
                .check(CLASSES);
    }

    @Test
    void onlyTheEngineAndWhatShowsItKnowDjl() {
        noClasses()
                .that()
                .resideOutsideOfPackages("layerwise.engine..")
                .and()
                .doNotHaveSimpleName("EngineLooks")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(CLASSES);
    }

    /** IJava brings gson 2.8.5, which its class loader finds before ours; see {@code stock.jsh}. */
    @Test
    void whatRunsOnAStockKernelAsksGsonForNothingNew() {
        noClasses()
                .that()
                .resideOutsideOfPackage("layerwise.kernel..")
                .and()
                .doNotHaveSimpleName("NormalForm") // of notebooks on disk, for the command line and tests
                .should()
                .callMethodWhere(describe("gson has since 2.8.6", ArchitectureTest::isNewInGson))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("com.google.gson.(FormattingStyle|ReflectionAccessFilter|Strictness|ToNumber.*)")
                .check(CLASSES);
    }

    private static boolean isNewInGson(JavaMethodCall call) {
        var method = call.getTarget();
        boolean reads = method.getName().equals("fromJson")
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(TypeToken.class));
        return method.getOwner().getPackageName().startsWith("com.google.gson")
                && (reads || SINCE_2_8_6.contains(method.getOwner().getSimpleName() + "." + method.getName()));
    }
}
