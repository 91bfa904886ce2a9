package basics.infra;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;

@AnalyzeClasses(packages = "basics", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule APP_IS_KNOWN_BY_NOBODY = noClasses().that().doNotBelongToAnyOf(InfraApp.class).should()
            .dependOnClassesThat().areAssignableTo(InfraApp.class);

    @ArchTest
    static final ArchRule HANDLERS_ARE_KNOWN_BY_NAME_ONLY = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("basics.infra", "java..", "software.amazon.awscdk..", "software.constructs",
                    "org.yaml.snakeyaml..", "org.jspecify..");

    @ArchTest
    static final ArchRule ONLY_THE_PROJECT_READS_FILES = noClasses().that().doNotHaveSimpleName("Project").should()
            .dependOnClassesThat(type(Files.class).or(resideInAnyPackage("org.yaml..")));

    /** Such maps and sets change their order with each start of the JVM, and the template would change with it. */
    @ArchTest
    static final ArchRule ORDER_IS_CERTAIN = noClasses().should()
            .callMethodWhere(target(owner(DescribedPredicate.describe("is Map or Set",
                    type -> type.isEquivalentTo(Map.class) || type.isEquivalentTo(Set.class))))
                    .and(DescribedPredicate.describe("takes more than one entry",
                            (JavaCall<?> call) -> call.getTarget().getRawParameterTypes().size() > 2)));
}
