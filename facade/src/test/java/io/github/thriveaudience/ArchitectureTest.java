package io.github.thriveaudience;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import feign.Request;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The design rules that a machine can check. */
@AnalyzeClasses(packages = "io.github.thriveaudience", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  static final String ROOT = "io.github.thriveaudience";
  static final String INTERNAL = ROOT + ".internal";
  static final String MICROMETER = ROOT + ".micrometer";

  /** Those of Jackson 2 and 3: values that users keep in caches have them. */
  private static final String ANNOTATIONS_FOR_JSON = "com.fasterxml.jackson.annotation";

  /** The packages of the facade from the top down: each depends on those below it alone. */
  private static final List<String> DOWNWARDS =
      List.of(
          ROOT,
          ROOT + ".auth",
          INTERNAL + ".changes",
          INTERNAL + ".listing",
          INTERNAL + ".api",
          INTERNAL + ".token",
          INTERNAL + ".config",
          INTERNAL + ".http",
          INTERNAL + ".request",
          INTERNAL + ".response",
          INTERNAL + ".log",
          INTERNAL + ".call",
          ROOT + ".event",
          ROOT + ".error",
          INTERNAL + ".failure",
          ROOT + ".listing",
          INTERNAL + ".state",
          INTERNAL + ".headers",
          ROOT + ".model",
          ROOT + ".json");

  /** What the generated client brings. */
  private static final Set<String> GENERATED =
      Set.of(ROOT + ".model", ROOT + ".json", ROOT + ".api");

  /** The rules would not check a package that is missing from the list above. */
  @ArchTest
  static void everyPackageHasItsPlace(JavaClasses all) {
    assertThat(packages(all))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(DOWNWARDS.stream(), Stream.of(MICROMETER))
                .filter(name -> !GENERATED.contains(name))
                .toList());
  }

  @ArchTest
  static void packagesDependOnlyOnThoseBelowThem(JavaClasses all) {
    for (int i = 1; i < DOWNWARDS.size(); i++) {
      noClasses()
          .that()
          .resideInAPackage(DOWNWARDS.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DOWNWARDS.subList(0, i).toArray(String[]::new))
          .check(all);
    }
  }

  /** The null checker does not check a package without the annotation. */
  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses all) {
    assertThat(packages(all))
        .allSatisfy(
            name ->
                assertThat(all.get(name + ".package-info").isAnnotatedWith(NullMarked.class))
                    .isTrue());
  }

  private static Set<String> packages(JavaClasses all) {
    return all.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !name.isEmpty() && !GENERATED.contains(name))
        .collect(Collectors.toSet());
  }

  /** Besides itself, the JDK and annotations. */
  private static ArchRule knowsAlone(String name, String... others) {
    return classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(name, "java..", "org.jspecify..").or(resideInAnyPackage(others)));
  }

  /** And what keeps audiences out of traces. */
  @ArchTest
  static final ArchRule micrometerKnowsEventsAlone =
      knowsAlone(MICROMETER, ROOT + ".event", INTERNAL + ".call", "io.micrometer..");

  @ArchTest
  static final ArchRule errorsDependOnReportsAndHeadersAlone =
      knowsAlone(ROOT + ".error", INTERNAL + ".failure", INTERNAL + ".headers", ROOT + ".listing");

  @ArchTest
  static final ArchRule eventsDependOnErrorsAndHeadersAlone =
      knowsAlone(ROOT + ".event", INTERNAL + ".headers", ROOT + ".error");

  /** And one class that carries contexts to threads. */
  @ArchTest
  static final ArchRule onlyTheMicrometerPackageDependsOnMicrometer =
      noClasses()
          .that()
          .resideOutsideOfPackage(MICROMETER)
          .and()
          .haveNameNotMatching(".*\\.ContextPropagation(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", MICROMETER);

  @ArchTest
  static final ArchRule onlyBodiesAndStatesDependOnJackson =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              INTERNAL + ".request",
              INTERNAL + ".response",
              INTERNAL + ".state",
              ROOT + ".model",
              ROOT + ".json",
              ROOT + ".api")
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.fasterxml..").and(not(resideInAPackage(ANNOTATIONS_FOR_JSON))));

  @ArchTest
  static final ArchRule onlyTheGatewaysAndHttpDependOnFeign =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              INTERNAL + ".api",
              INTERNAL + ".http",
              INTERNAL + ".request",
              INTERNAL + ".response",
              INTERNAL + ".token",
              INTERNAL + ".call",
              ROOT + ".api")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("feign..");

  /** The context of a call travels in an argument of this type. */
  @ArchTest
  static final ArchRule callsDependOnFeignsOptionsAlone =
      noClasses()
          .that()
          .resideInAPackage(INTERNAL + ".call")
          .should()
          .dependOnClassesThat(resideInAPackage("feign..").and(not(type(Request.Options.class))));

  @ArchTest
  static final ArchRule noClassWritesToTheConsole =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule noClassLogsOtherThanBySlf4j =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule noClassSleepsBesideTheInjectedTime =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule listingDependsOnTheModelHeadersAndTheFileOfAStateAlone =
      knowsAlone(
          ROOT + ".listing",
          INTERNAL + ".state",
          INTERNAL + ".headers",
          ROOT + ".model",
          ANNOTATIONS_FOR_JSON);

  /** Digits are Arabic in some default locales. */
  @ArchTest
  static final ArchRule noClassFormatsInTheDefaultLocale =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "..")
          .should()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase");
}
