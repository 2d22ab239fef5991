package io.github.thriveaudience;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static io.github.thriveaudience.ArchitectureTest.INTERNAL;
import static io.github.thriveaudience.ArchitectureTest.MICROMETER;
import static io.github.thriveaudience.ArchitectureTest.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Set;
import java.util.stream.Stream;

/** The types that users see in the public API. */
@AnalyzeClasses(packages = "io.github.thriveaudience", importOptions = DoNotIncludeTests.class)
class PublicSignaturesTest {
  private static final Set<String> FACADE =
      Set.of(ROOT, ROOT + ".auth", ROOT + ".error", ROOT + ".event", MICROMETER, ROOT + ".listing");

  private static final DescribedPredicate<JavaMember> SEEN_BY_USERS =
      DescribedPredicate.describe(
          "seen by users",
          member ->
              isSeenByUsers(member.getOwner())
                  && (member.getModifiers().contains(JavaModifier.PUBLIC)
                      || member.getModifiers().contains(JavaModifier.PROTECTED)));

  @ArchTest
  static final ArchRule publicSignaturesMentionTheJdkThisProjectAndItsModelsOnly =
      codeUnits()
          .that(SEEN_BY_USERS)
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(MICROMETER)
          .should(mention(allowed()));

  /** Only users of that class need Micrometer. */
  @ArchTest
  static final ArchRule signaturesOfTheMicrometerPackageMentionMicrometerToo =
      codeUnits()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(MICROMETER)
          .and(SEEN_BY_USERS)
          .should(mention(allowed().or(resideInAPackage("io.micrometer.."))));

  @ArchTest
  static final ArchRule publicFieldsMentionNoOtherTypes =
      fields().that(SEEN_BY_USERS).should().haveRawType(allowed());

  @ArchTest
  static final ArchRule publicSupertypesAreNoOtherTypes =
      classes()
          .that(DescribedPredicate.describe("seen by users", PublicSignaturesTest::isSeenByUsers))
          .should(descendFrom(allowed()));

  private static DescribedPredicate<JavaClass> allowed() {
    return resideInAnyPackage("java..", "javax.net.ssl..", "org.jspecify..", ROOT + "..")
        .and(not(resideInAPackage(INTERNAL + "..")))
        .and(not(resideInAPackage(ROOT + ".api")))
        .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
        .as("the JDK, this project and its models");
  }

  private static ArchCondition<JavaCodeUnit> mention(DescribedPredicate<JavaClass> allowed) {
    return new ArchCondition<>("mention only " + allowed.getDescription()) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        unit.getAllInvolvedRawTypes().stream()
            .map(JavaClass::getBaseComponentType)
            .filter(not(allowed))
            .forEach(
                type ->
                    events.add(violated(unit, unit.getFullName() + " mentions " + type.getName())));
      }
    };
  }

  private static ArchCondition<JavaClass> descendFrom(DescribedPredicate<JavaClass> allowed) {
    return new ArchCondition<>("descend from " + allowed.getDescription() + " only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
            .filter(not(allowed))
            .forEach(
                above ->
                    events.add(
                        violated(type, type.getName() + " descends from " + above.getName())));
      }
    };
  }

  private static boolean isSeenByUsers(JavaClass type) {
    return isFacade(type) && isVisible(type);
  }

  private static boolean isFacade(JavaClass type) {
    return FACADE.contains(type.getPackageName());
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublicSignaturesTest::isVisible).orElse(true);
  }
}
