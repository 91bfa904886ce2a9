package basics.authorization;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "basics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyTheHandlerShouldBePublic = classes().that().arePublic()
            .should().implement(RequestStreamHandler.class);

    @ArchTest
    static final ArchRule nothingShouldBeLoadedThatOneDecisionDoesNotNeed = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awssdk..", "com.fasterxml..", "java.lang.reflect..", "java.net.http..",
                    "java.util.logging..", "org.slf4j..", "com.nimbusds.jose.shaded..");
}
