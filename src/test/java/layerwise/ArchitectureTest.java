package layerwise;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between packages run one way only. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("layerwise");

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
}
