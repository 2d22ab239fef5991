package io.github.thriveaudience.guard.impact;

import io.github.thriveaudience.guard.contract.Change;
import io.github.thriveaudience.guard.contract.Severity;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.filter.BehaviorFilter;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiHasChangeStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javassist.CtBehavior;
import javassist.CtConstructor;

/**
 * Compares two generated clients with japicmp.
 *
 * <p>Constructors of records are ignored: they change with each field. Users call the builders
 * instead, as the documentation says.
 */
final class JavaApiDiff {
  private JavaApiDiff() {}

  /** All changes, the most severe first. */
  static List<Change> between(Path released, Path current) {
    List<Change> found = new ArrayList<>();
    for (JApiClass type :
        new JarArchiveComparator(options()).compare(archive(released), archive(current))) {
      if (type.getChangeStatus() != JApiChangeStatus.UNCHANGED) {
        add(type, found);
      }
    }
    found.sort(Comparator.comparing(Change::severity).reversed().thenComparing(Change::toString));
    return found;
  }

  private static JarArchiveComparatorOptions options() {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    // The libraries of the clients, Feign and Jackson, do not change with the contract.
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    options.setNoAnnotations(true);
    options.getFilters().getExcludes().add(new RecordConstructors());
    return options;
  }

  private static JApiCmpArchive archive(Path jar) {
    return new JApiCmpArchive(jar.toFile(), "");
  }

  private static void add(JApiClass type, List<Change> found) {
    String name = type.getFullyQualifiedName();
    if (type.getChangeStatus() != JApiChangeStatus.MODIFIED) {
      found.add(new Change(severity(type, type), name, description(type)));
      return;
    }
    int before = found.size();
    Stream.<List<? extends JApiBehavior>>of(type.getConstructors(), type.getMethods())
        .flatMap(List::stream)
        .filter(member -> member.getChangeStatus() != JApiChangeStatus.UNCHANGED)
        .forEach(
            member ->
                found.add(
                    new Change(
                        severity(member, member),
                        name + "." + signature(member),
                        description(member))));
    type.getFields().stream()
        .filter(field -> field.getChangeStatus() != JApiChangeStatus.UNCHANGED)
        .forEach(
            field ->
                found.add(
                    new Change(
                        severity(field, field), name + "." + field.getName(), description(field))));
    if (found.size() == before) {
      found.add(new Change(severity(type, type), name, description(type)));
    }
  }

  private static Severity severity(JApiCompatibility part, JApiHasChangeStatus status) {
    if (!part.isBinaryCompatible() || !part.isSourceCompatible()) {
      return Severity.BREAKING;
    }
    return status.getChangeStatus() == JApiChangeStatus.UNCHANGED
        ? Severity.NONE
        : Severity.ADDITIVE;
  }

  private static String description(JApiHasChangeStatus part) {
    return switch (part.getChangeStatus()) {
      case NEW -> "added";
      case REMOVED -> "removed";
      default -> "changed";
    };
  }

  private static String signature(JApiBehavior behavior) {
    return behavior.getParameters().stream()
        .map(parameter -> simple(parameter.getType()))
        .collect(Collectors.joining(", ", behavior.getName() + "(", ")"));
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static final class RecordConstructors implements BehaviorFilter {
    @Override
    public boolean matches(CtBehavior behavior) {
      return behavior instanceof CtConstructor
          && "java.lang.Record".equals(behavior.getDeclaringClass().getClassFile().getSuperclass());
    }
  }
}
