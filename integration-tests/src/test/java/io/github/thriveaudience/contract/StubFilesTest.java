package io.github.thriveaudience.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each stub file matches the spec, and there is one for each documented status. */
@Tag("contract")
class StubFilesTest {
  /** As they are in the jar. */
  private static final Path FOLDER =
      Path.of("../api-spec/target/classes/thrive-audience/stubs/mappings");

  private static final String MEMBERS = "/audiences/{audienceId}/members";
  private static final String TOKEN = "/oauth2/token/{tenantId}";

  /** A stub, and its path in the spec. */
  record Stub(String file, String path, JsonNode response) {
    static Stub in(Path file) {
      try {
        JsonNode mapping = new ObjectMapper().readTree(file.toFile());
        boolean token = mapping.get("request").toString().contains("/oauth2/token/");
        return new Stub(
            file.getFileName().toString(), token ? TOKEN : MEMBERS, mapping.get("response"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Whether it sends a truncated response. */
    boolean breaksOff() {
      return response.has("fault");
    }

    int status() {
      return response.get("status").intValue();
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static List<Stub> allStubs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Stub::in).toList();
    }
  }

  /** Templates are validated when they are served. */
  static List<Stub> stubsWithFixedBodies() throws IOException {
    return allStubs().stream().filter(stub -> stub.response().has("jsonBody")).toList();
  }

  @ParameterizedTest
  @MethodSource("stubsWithFixedBodies")
  void matchesTheSpec(Stub stub) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(stub.status())
            .withBody(stub.response().get("jsonBody").toString());
    stub.response()
        .get("headers")
        .properties()
        .forEach(header -> response.withHeader(header.getKey(), header.getValue().asText()));

    ValidationReport report =
        ContractValidator.SPEC.validateResponse(
            stub.path(), stub.path().equals(TOKEN) ? Method.POST : Method.GET, response.build());

    assertThat(report.getMessages()).isEmpty();
  }

  /** Stub runners look for body files in a folder of the consumer's. */
  @ParameterizedTest
  @MethodSource("allStubs")
  void carriesItsBody(Stub stub) {
    assertThat(stub.response().has("jsonBody") ^ stub.response().has("body"))
        .isNotEqualTo(stub.breaksOff());
    assertThat(stub.response().has("bodyFileName")).isFalse();
  }

  @Test
  void listsHaveTheTemplateOfAPage() throws IOException {
    String page = Files.readString(Path.of("../api-spec/stubs/members-page.json.hbs"));

    assertThat(allStubs())
        .filteredOn(stub -> stub.response().has("transformerParameters"))
        .hasSizeGreaterThanOrEqualTo(9)
        .allSatisfy(stub -> assertThat(stub.response().get("body").textValue()).isEqualTo(page));
  }

  @Test
  void readmeListsEachAudienceAndPriority() throws IOException {
    String readme = Files.readString(Path.of("../api-spec/README.md"));

    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        JsonNode mapping = new ObjectMapper().readTree(file.toFile());
        assertThat(readme).as("%s", file).contains("\n| " + mapping.get("priority") + " | `");
        String path = mapping.at("/request/urlPath").asText();
        if (path.startsWith("/rest/v1/audiences/")) {
          String audience = path.replaceAll("/rest/v1/audiences/(.*)/members", "$1");
          assertThat(readme).as("%s", file).contains("`" + audience + "`");
        }
      }
    }
  }

  /** Of the released contract, so that a new status does not need a stub at once. */
  @Test
  void coversEachDocumentedStatus() throws IOException {
    assertThat(stubbedStatuses(MEMBERS)).containsAll(documentedStatuses(MEMBERS, HttpMethod.GET));
    assertThat(stubbedStatuses(TOKEN)).containsAll(documentedStatuses(TOKEN, HttpMethod.POST));
  }

  private static Set<String> stubbedStatuses(String path) throws IOException {
    return allStubs().stream()
        .filter(stub -> stub.path().equals(path))
        .filter(stub -> !stub.breaksOff())
        .map(stub -> String.valueOf(stub.status()))
        .collect(Collectors.toSet());
  }

  private static Set<String> documentedStatuses(String path, HttpMethod method) {
    return SpecExamples.parsed(SpecExamples.RELEASED)
        .getPaths()
        .get(path)
        .readOperationsMap()
        .get(method)
        .getResponses()
        .keySet();
  }
}
