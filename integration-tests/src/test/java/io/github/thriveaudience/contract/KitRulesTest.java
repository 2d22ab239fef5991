package io.github.thriveaudience.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.thriveaudience.testing.ThriveStubs;
import io.github.thriveaudience.testing.ViolatesSpec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test kit has rules for requests of its own, since it has no validator. */
@ViolatesSpec("some requests do")
class KitRulesTest {
  private static final String BASIC = "Basic ZXUtd2VzdC0yX1F1aWNrc3RhcnQ6cXVpY2tzdGFydC1zZWNyZXQ=";

  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  /** The parameters of the query, as the spec has them. */
  static Stream<JsonNode> parameters() throws Exception {
    JsonNode all =
        new YAMLMapper()
            .readTree(Path.of("../api-spec/openapi.yaml").toFile())
            .at("/components/parameters");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(parameter -> parameter.get("in").asText().equals("query"));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void boundsAreThoseOfTheSpec(JsonNode parameter) throws Exception {
    String name = parameter.get("name").asText();
    long min = parameter.at("/schema/minimum").asLong();
    long max = parameter.at("/schema/maximum").asLong(Integer.MAX_VALUE);

    assertThat(isValid(name, min)).isTrue();
    assertThat(isValid(name, max)).isTrue();
    assertThat(isValid(name, min - 1)).isFalse();
    assertThat(isValid(name, max + 1)).isFalse();
  }

  @Test
  void thereAreParameters() throws Exception {
    assertThat(parameters().map(parameter -> parameter.get("name").asText()))
        .containsExactlyInAnyOrder("page", "perPage", "limit");
  }

  private static boolean isValid(String name, long value) throws Exception {
    STUBS.reset();
    URI uri = URI.create(STUBS.url() + "/audiences/tech-team/members?" + name + "=" + value);
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).header("Authorization", BASIC).build(),
            BodyHandlers.discarding());
    return STUBS.violations().isEmpty();
  }
}
