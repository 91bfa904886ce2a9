package basics.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "basics.embedded", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PARTS_STAND_IN_AN_ORDER = slices().matching("basics.embedded.(*)").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule WHAT_STARTS_ALL_PARTS_IS_KNOWN_BY_NONE = noClasses().that()
            .resideOutsideOfPackage("basics.embedded").should().dependOnClassesThat()
            .resideInAPackage("basics.embedded");
}
