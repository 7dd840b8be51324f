package io.github.auth0migration.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.ownsource.OwnUserApi;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.auth0migration.testkit.InMemorySource;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that keep the house in order. */
class ArchitectureTest {

    private static final String ROOT = "io.github.auth0migration";
    private static final String JDK_TRANSPORT = ROOT + ".spi.JdkHttpTransport";
    private static final String[] PROVIDERS = {ROOT + ".okta..", ROOT + ".stormpath..", ROOT + ".gigya.."};
    private static final String[] CORE = {ROOT, ROOT + ".spi..", ROOT + ".trickle..", ROOT + ".internal.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("test-support"))
            .importPackages(ROOT);

    @Test
    void theModulesAreThere() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages)
                .contains(
                        ROOT,
                        ROOT + ".spi",
                        ROOT + ".trickle",
                        ROOT + ".internal",
                        ROOT + ".okta",
                        ROOT + ".stormpath",
                        ROOT + ".gigya",
                        ROOT + ".password",
                        ROOT + ".exports",
                        ROOT + ".endpoint",
                        ROOT + ".bucket4j",
                        ROOT + ".simulators",
                        InMemorySource.class.getPackageName());
    }

    @Test
    void onePlaceBuildsAnHttpClient() {
        Set<String> builders = CLASSES.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isAssignableTo(HttpClient.class)
                                && call.getName().startsWith("new")))
                .map(JavaClass::getFullName)
                .collect(Collectors.toSet());
        assertThat(builders).containsExactly(JDK_TRANSPORT);
    }

    @Test
    void coreKnowsNoProvider() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(PROVIDERS),
                                Stream.of(
                                        ROOT + ".simulators..",
                                        ROOT + ".testkit..",
                                        ROOT + ".password..",
                                        ROOT + ".exports..",
                                        ROOT + ".endpoint..",
                                        ROOT + ".bucket4j.."))
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void passwordKnowsNothingOfTheRest() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".password..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackage(ROOT + ".password..")))
                .check(CLASSES);
    }

    @Test
    void theEndpointKnowsCoreOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".endpoint..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(resideOutsideOfPackages(ROOT, ROOT + ".spi..", ROOT + ".endpoint..")))
                .check(CLASSES);
    }

    @Test
    void onlyExportsSeeWhatAnAccountMeansInside() {
        for (String provider : List.of("stormpath", "gigya")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "." + provider + "..", ROOT + ".exports")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + "." + provider + ".internal..")
                    .check(CLASSES);
        }
    }

    @Test
    void providersGuardAndTestkitSeeNothingInternal() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(PROVIDERS), Stream.of(ROOT + ".bucket4j..", ROOT + ".testkit.."))
                                .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".internal..")
                .check(CLASSES);
    }

    @Test
    void aSourceOfOnesOwnNeedsNoMoreThanCoresPublicPackages() {
        JavaClasses sample = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(OwnUserApi.class);

        classes()
                .that()
                .resideInAPackage(OwnUserApi.class.getPackageName())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        OwnUserApi.class.getPackageName(), ROOT, ROOT + ".spi", "java..", "org.jspecify.annotations")
                .check(sample);
    }

    @Test
    void simulatorsShareNoCodeWithWhatTheyTest() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".simulators..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(CORE, PROVIDERS).flatMap(Stream::of).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void noThirdPartyTypeInAPublicSignature() {
        List<String> leaks = CLASSES.stream()
                .filter(ArchitectureTest::isApi)
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> isVisible(unit.getModifiers()))
                .flatMap(unit -> signature(unit)
                        .filter(ArchitectureTest::isThirdParty)
                        .map(leak -> unit.getFullName() + " shows " + leak.getName()))
                .toList();
        assertThat(leaks).isEmpty();
    }

    private static boolean isApi(JavaClass type) {
        return isVisible(type.getModifiers())
                && !type.getPackageName().endsWith(".internal")
                && !Set.of(ROOT + ".exports.files", ROOT + ".exports.index").contains(type.getPackageName());
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        Stream<JavaType> types = Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()));
        return Stream.concat(
                types.flatMap(type -> type.getAllInvolvedRawTypes().stream()), unit.getExceptionTypes().stream());
    }

    private static boolean isThirdParty(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        boolean internal = name.startsWith(ROOT + ".internal");
        return internal
                || (!type.getBaseComponentType().isPrimitive()
                        && !name.startsWith("java.")
                        && !name.startsWith("javax.net.ssl.")
                        // What adapters are for: the JDK's server and the Servlet API.
                        && !name.startsWith("com.sun.net.httpserver.")
                        && !name.startsWith("jakarta.servlet.")
                        && !name.startsWith("javax.sql.")
                        && !name.startsWith(ROOT));
    }
}
