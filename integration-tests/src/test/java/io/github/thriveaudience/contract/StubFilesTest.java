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

/**
 * Each stub by itself, asked for or not: what it answers is what the API could, and there is one
 * for each documented status.
 */
@Tag("contract")
class StubFilesTest {
  private static final Path FOLDER = Path.of("../api-spec/stubs/mappings");

  private static final String MEMBERS = "/audiences/{audienceId}/members";
  private static final String TOKEN = "/oauth2/token/{tenantId}";

  /** A stub, and the path of the spec that it answers for. */
  record Stub(String file, String path, JsonNode answer) {
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

    int status() {
      return answer.get("status").intValue();
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static List<Stub> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Stub::in).toList();
    }
  }

  /** Those whose body is no template; the others are held against the spec when they are served. */
  static List<Stub> fixed() throws IOException {
    return all().stream().filter(stub -> stub.answer().has("jsonBody")).toList();
  }

  @ParameterizedTest
  @MethodSource("fixed")
  void answersAsTheSpecSays(Stub stub) {
    SimpleResponse.Builder answer =
        SimpleResponse.Builder.status(stub.status())
            .withBody(stub.answer().get("jsonBody").toString());
    stub.answer()
        .get("headers")
        .properties()
        .forEach(header -> answer.withHeader(header.getKey(), header.getValue().asText()));

    ValidationReport report =
        ContractWatch.SPEC.validateResponse(
            stub.path(), stub.path().equals(TOKEN) ? Method.POST : Method.GET, answer.build());

    assertThat(report.getMessages()).isEmpty();
  }

  /** Of the released contract, so that a new status does not have to wait for its stub. */
  @Test
  void thereIsOneForEachStatus() throws IOException {
    assertThat(statusesOfStubs(MEMBERS)).containsAll(documented(MEMBERS, HttpMethod.GET));
    assertThat(statusesOfStubs(TOKEN)).containsAll(documented(TOKEN, HttpMethod.POST));
  }

  private static Set<String> statusesOfStubs(String path) throws IOException {
    return all().stream()
        .filter(stub -> stub.path().equals(path))
        .map(stub -> String.valueOf(stub.status()))
        .collect(Collectors.toSet());
  }

  private static Set<String> documented(String path, HttpMethod method) {
    return SpecExamples.parsed(SpecExamples.RELEASED)
        .getPaths()
        .get(path)
        .readOperationsMap()
        .get(method)
        .getResponses()
        .keySet();
  }
}
