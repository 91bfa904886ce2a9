package basics.infra;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.nio.file.Files;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules read the classes of this module, and only the names of libraries' classes (archunit.properties). Reading
 * the CDK would take seconds.
 */
@AnalyzeClasses(locations = ArchitectureTest.ThisModule.class)
class ArchitectureTest {

    static final class ThisModule implements LocationProvider {

        @Override
        public Set<Location> get(Class<?> test) {
            return Set.of(Location.of(InfraApp.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }

    /** The packages in the order in which to read them. Add a new package at its place. */
    @ArchTest
    static final ArchRule PACKAGES_KNOW_THOSE_BEFORE_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("basics..").ensureAllClassesAreContainedInArchitecture()
            .layer("settings").definedBy("basics.infra.settings")
            .layer("contract").definedBy("basics.infra.contract")
            .layer("tables").definedBy("basics.infra.tables")
            .layer("functions").definedBy("basics.infra.functions")
            .layer("streams").definedBy("basics.infra.streams")
            .layer("access").definedBy("basics.infra.access")
            .layer("api").definedBy("basics.infra.api")
            .layer("app").definedBy("basics.infra")
            .whereLayer("settings").mayNotAccessAnyLayer()
            .whereLayer("contract").mayOnlyAccessLayers("settings")
            .whereLayer("tables").mayOnlyAccessLayers("settings")
            .whereLayer("functions").mayOnlyAccessLayers("settings", "contract", "tables")
            .whereLayer("streams").mayOnlyAccessLayers("settings", "tables", "functions")
            .whereLayer("access").mayOnlyAccessLayers("settings", "contract", "functions")
            .whereLayer("api").mayOnlyAccessLayers("settings", "contract", "functions", "access")
            .whereLayer("app").mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("basics.infra.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule APP_IS_KNOWN_BY_NOBODY = noClasses().that().doNotBelongToAnyOf(InfraApp.class).should()
            .dependOnClassesThat().areAssignableTo(InfraApp.class);

    @ArchTest
    static final ArchRule HANDLERS_ARE_KNOWN_BY_NAME_ONLY = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("basics.infra..", "java..", "software.amazon.awscdk..", "software.constructs",
                    "org.yaml.snakeyaml..", "org.jspecify..");

    @ArchTest
    static final ArchRule ONLY_THE_PROJECT_READS_FILES = noClasses().that().doNotHaveSimpleName("Project").should()
            .dependOnClassesThat(type(Files.class).or(resideInAnyPackage("org.yaml..")));

    /** The order of such maps and sets changes with each start of the JVM, and would change the template. */
    @ArchTest
    static final ArchRule ORDER_IS_CERTAIN = noClasses().should()
            .callMethodWhere(target(owner(DescribedPredicate.describe("is Map or Set",
                    type -> type.isEquivalentTo(Map.class) || type.isEquivalentTo(Set.class))))
                    .and(DescribedPredicate.describe("takes more than one entry",
                            (JavaCall<?> call) -> call.getTarget().getRawParameterTypes().size() > 2)));
}
