package basics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "basics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule usersShouldNotKnowEvents = noClasses().that().resideInAPackage("basics.users..")
            .should().dependOnClassesThat().resideInAPackage("basics.events..");

    @ArchTest
    static final ArchRule eventsShouldNotKnowUsers = noClasses().that().resideInAPackage("basics.events..")
            .should().dependOnClassesThat().resideInAPackage("basics.users..");

    @ArchTest
    static final ArchRule httpAndHealthShouldNotKnowDynamoDb = noClasses()
            .that().resideInAnyPackage("basics.http..", "basics.health..", "basics.time..")
            .should().dependOnClassesThat().resideInAnyPackage("software.amazon.awssdk..", "basics.dynamodb..",
                    "basics.pages..", "basics.users..", "basics.events..");

    @ArchTest
    static final ArchRule whatIsSharedShouldNotKnowWhoSharesIt = noClasses()
            .that().resideInAnyPackage("basics.dynamodb..", "basics.pages..")
            .should().dependOnClassesThat().resideInAnyPackage("basics.users..", "basics.events..");

    @ArchTest
    static final ArchRule nothingShouldBindData = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "java.beans..", "java.lang.reflect..",
                    "software.amazon.awssdk.enhanced..", "java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule packagesShouldHaveNoCycles = slices().matching("basics.(*)..").should().beFreeOfCycles();
}
