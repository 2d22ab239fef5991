package io.github.thriveaudience.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.thriveaudience.quickstart.StubServer;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example of a response has a request of the same name, by which tools like Specmatic and
 * Microcks know which request it responds to. The stubs respond to that request with its status.
 */
@Tag("contract")
class ExamplePairsTest {
  private static final StubServer STUBS = new StubServer();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * A request and the status of the response that belongs to it.
   *
   * @param uri of the stubs
   * @param body empty for a GET
   */
  record Pair(String name, HttpMethod method, URI uri, String body, int status) {
    @Override
    public String toString() {
      return method + " " + name;
    }
  }

  @AfterAll
  static void stop() {
    STUBS.close();
  }

  /** Of the released contract, so that a new status or example does not need a stub at once. */
  static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    SpecExamples.parsed(SpecExamples.RELEASED)
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            operation
                                .getResponses()
                                .forEach(
                                    (status, response) ->
                                        exampleNames(response.getContent().values())
                                            .map(
                                                name -> pair(path, method, operation, name, status))
                                            .forEach(pairs::add))));
    return pairs;
  }

  private static Stream<String> exampleNames(Iterable<MediaType> bodies) {
    List<String> names = new ArrayList<>();
    bodies.forEach(body -> names.addAll(body.getExamples().keySet()));
    return names.stream();
  }

  private static Pair pair(
      String path, HttpMethod method, Operation operation, String name, String status) {
    String target = path;
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.getParameters()) {
      Example example = parameter.getExamples() == null ? null : parameter.getExamples().get(name);
      if (parameter.getIn().equals("path")) {
        assertThat(example).as("%s of %s %s", parameter.getName(), path, name).isNotNull();
        target = target.replace("{" + parameter.getName() + "}", encoded(example.getValue()));
      } else if (example != null) {
        query.add(parameter.getName() + "=" + encoded(example.getValue()));
      }
    }
    String server = path.startsWith("/oauth2/") ? "" : "/rest/v1";
    URI uri = STUBS.baseUri().resolve(server + target + "?" + String.join("&", query));
    return new Pair(name, method, uri, body(operation, name), Integer.parseInt(status));
  }

  private static String body(Operation operation, String name) {
    if (operation.getRequestBody() == null) {
      return "";
    }
    MediaType form = operation.getRequestBody().getContent().values().iterator().next();
    assertThat(form.getExamples()).as(operation.getOperationId()).containsKey(name);
    return fields(form.getExamples().get(name).getValue().toString()).entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static Map<?, ?> fields(String json) {
    try {
      return new ObjectMapper().readValue(json, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void eachResponseHasARequestOfItsName() {
    assertThat(pairs()).hasSizeGreaterThanOrEqualTo(17);
  }

  /** Tools tell requests apart by their parameters and bodies. */
  @Test
  void noTwoRequestsAreTheSame() {
    assertThat(pairs()).extracting(pair -> pair.uri() + " " + pair.body()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void stubsRespondWithTheStatusOfTheExample(Pair pair) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(pair.uri());
    if (pair.method() == HttpMethod.POST) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(pair.body()));
    } else {
      request.header("Authorization", "Bearer quickstart-access-token");
    }

    assertThat(HTTP.send(request.build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(pair.status());
  }
}
