package basics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import basics.contract.Operation;
import basics.testing.Handlers;

@AnalyzeClasses(packages = "basics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each tag of the contract is a domain. */
    private static final String[] DOMAINS = Handlers.operations().stream().map(Operation::tag).distinct()
            .map(tag -> "basics." + tag + "..").toArray(String[]::new);
    private static final DescribedPredicate<JavaClass> DOMAIN = resideInAnyPackage(DOMAINS);

    private static final SliceAssignment BY_DOMAIN = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return DOMAIN.test(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "domains";
        }
    };

    /** Counts are of events, and an event's partition key is that of its counts. The events know nothing of counts. */
    @ArchTest
    static final ArchRule domainsShouldNotKnowEachOther = slices().assignedFrom(BY_DOMAIN)
            .should().notDependOnEachOther()
            .ignoreDependency(resideInAPackage("basics.counts.."), resideInAPackage("basics.events.."));

    @ArchTest
    static final ArchRule whatIsSharedShouldNotKnowWhoSharesIt = noClasses()
            .that().resideInAPackage("basics..").and().resideOutsideOfPackages(DOMAINS)
            .should().dependOnClassesThat().resideInAnyPackage(DOMAINS);

    @ArchTest
    static final ArchRule whatIsOfNoTableShouldNotKnowDynamoDb = noClasses()
            .that().resideInAnyPackage("basics.http..", "basics.health..", "basics.time..", "basics.values..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awssdk..", "basics.dynamodb..", "basics.pages..");

    @ArchTest
    static final ArchRule nothingShouldBindData = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "java.beans..", "java.lang.reflect..",
                    "software.amazon.awssdk.enhanced..", "java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule packagesShouldHaveNoCycles = slices().matching("basics.(*)..").should().beFreeOfCycles();
}
