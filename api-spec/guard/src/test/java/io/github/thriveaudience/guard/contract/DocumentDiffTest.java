package io.github.thriveaudience.guard.contract;

import static io.github.thriveaudience.guard.contract.Severity.WORDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies what is said of changes of a document outside of its schemas, and of its files. */
class DocumentDiffTest {
  private static final String CONTRACT = DocumentEdits.CONTRACT;
  private static final String EDITS = "io.github.thriveaudience.guard.contract.DocumentEdits#all";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource(EDITS)
  void classifiesAnEdit(
      String before, String after, String also, String with, Severity severity, String said)
      throws IOException {
    assertThat(CONTRACT).contains(before).contains(also);
    String edited = CONTRACT.replace(before, after);

    List<Change> changes =
        ContractDiff.between(
            file("old.yaml", CONTRACT),
            file("new.yaml", also.isEmpty() ? edited : edited.replace(also, with)));

    assertThat(Change.highest(changes)).as(changes.toString()).isEqualTo(severity);
    assertThat(changes).anyMatch(change -> change.toString().contains(said));
  }

  /** No change is said to be somewhere in the contract. */
  @ParameterizedTest
  @MethodSource(EDITS)
  void namesThePlaceOfEachBreak(
      String before, String after, String also, String with, Severity severity, String said)
      throws IOException {
    String edited = CONTRACT.replace(before, after);

    assertThat(
            ContractDiff.between(
                file("old.yaml", CONTRACT),
                file("new.yaml", also.isEmpty() ? edited : edited.replace(also, with))))
        .filteredOn(change -> change.severity() != WORDING)
        .noneMatch(change -> change.where().equals("the contract") || change.where().isBlank());
  }

  @Test
  void requiresAuthenticationWhereNoneWasNeeded() throws IOException {
    String open = CONTRACT.replace("security:\n  - key: []\n  - oauth: [read, write]\n", "");

    assertThat(ContractDiff.between(file("old.yaml", open), file("new.yaml", CONTRACT)))
        .extracting(Change::toString)
        .contains("GET /pets/{petId}: security {}: removed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.3", "3.1.0"})
  void readsFilesInAnyFolder(String version) throws IOException {
    folder = Files.createDirectory(folder.resolve("R&D 100% 北京"));

    assertThat(
            ContractDiff.between(
                file("old.yaml", CONTRACT), file("new.yaml", CONTRACT.replace("3.0.3", version))))
        .allMatch(change -> change.severity() == WORDING);
  }

  @Test
  void readsAContractOfSeveralFiles() throws IOException {
    Path split = split("properties: {message: {type: string}}");

    assertThat(ContractDiff.between(file("old.yaml", CONTRACT), split))
        .as("the same")
        .allMatch(change -> change.severity() == WORDING);
    assertThat(ContractDiff.between(split, file("old.yaml", CONTRACT)))
        .as("the same")
        .allMatch(change -> change.severity() == WORDING);
  }

  @Test
  void comparesAllFilesOfAContract() throws IOException {
    Path old = Files.createDirectory(folder.resolve("old"));
    Path split = split("properties: {message: {type: string}}");
    copy(split.getParent(), old);

    assertThat(ContractDiff.between(old.resolve("openapi.yaml"), split)).isEmpty();
    split("properties: {message: {type: integer}}");
    assertThat(ContractDiff.between(old.resolve("openapi.yaml"), split))
        .extracting(Change::toString)
        .containsExactly(
            "GET /pets/{petId}: response default: message: type was string, is integer");
  }

  @Test
  void readsAnchorsAsTheGeneratorDoes() throws IOException {
    String anchors =
        CONTRACT
            .replace("id: {type: string}", "id: &id {type: string}")
            .replace("{message: {type: string}}", "{message: *id}");

    assertThat(ContractDiff.between(file("old.yaml", CONTRACT), file("new.yaml", anchors)))
        .allMatch(change -> change.severity() == WORDING);
    assertThat(
            ContractDiff.between(
                file("old.yaml", anchors),
                file("new.yaml", anchors.replace("&id {type: string}", "&id {type: integer}"))))
        .extracting(Change::toString)
        .contains("GET /pets/{petId}: response default: message: type was string, is integer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"missing.yaml#/Pet", "part.yaml#/Missing", "https://example.com/a.yaml#/Pet"})
  void refusesAReferenceThatLeadsNowhere(String reference) throws IOException {
    file("part.yaml", "Pet: {type: object}");
    Path broken = file("new.yaml", CONTRACT.replace("'#/components/schemas/Pet'", reference));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContractDiff.between(file("old.yaml", CONTRACT), broken))
        .withMessageStartingWith("new.yaml is not a valid contract: ");
  }

  /** The contract with its path, its parameters and its schemas in files of their own. */
  private Path split(String problem) throws IOException {
    Path parts = Files.createDirectories(folder.resolve("split/parts"));
    int path = CONTRACT.indexOf("    parameters:\n");
    int components = CONTRACT.indexOf("components:\n");
    Files.writeString(
        parts.resolve("pet.path.yaml"),
        CONTRACT
            .substring(path, components)
            .replaceAll("(?m)^    ", "")
            .replace("#/components/parameters/", "more.yaml#/parameters/")
            .replace("#/components/responses/", "more.yaml#/responses/")
            .replace("#/components/schemas/Pet", "schemas/Pet.yaml"));
    Files.writeString(
        parts.resolve("more.yaml"),
        "parameters:\n  Page: {name: page, in: query, schema: {type: integer, minimum: 1}}\n"
            + "responses:\n  Problem:\n    description: problem\n    content: {application/json:"
            + " {schema: {$ref: 'schemas/Problem.yaml'}}}\n");
    Path schemas = Files.createDirectories(parts.resolve("schemas"));
    Files.writeString(
        schemas.resolve("Pet.yaml"),
        "type: object\nrequired: [id]\nproperties:\n  id: {type: string}\n"
            + "  color: {$ref: '../more-schemas.yaml#/Color'}\n  parent: {$ref: 'Pet.yaml'}\n");
    Files.writeString(schemas.resolve("Problem.yaml"), "type: object\n" + problem + "\n");
    Files.writeString(
        parts.resolve("more-schemas.yaml"), "Color: {type: string, enum: [red, green]}\n");
    return Files.writeString(
        folder.resolve("split/openapi.yaml"),
        CONTRACT.substring(0, path).stripTrailing()
            + "\n    $ref: 'parts/pet.path.yaml'\ncomponents:\n  schemas:\n"
            + "    Unused: {type: object, properties: {a: {type: string}}}\n"
            + CONTRACT.substring(CONTRACT.indexOf("  securitySchemes:")));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
