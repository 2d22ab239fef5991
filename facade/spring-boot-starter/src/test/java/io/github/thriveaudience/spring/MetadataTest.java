package io.github.thriveaudience.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.PageSizeParameter;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.TokenService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What IDEs complete, and the README's table. */
class MetadataTest {
  /** The properties of the setters that do not have their name. */
  private static final Map<String, List<String>> OTHER_NAMES =
      Map.of(
          "credentials",
              List.of(
                  "tenant-id",
                  "api-secret",
                  "client-id",
                  "client-secret",
                  "tenant-id-file",
                  "api-secret-file",
                  "client-id-file",
                  "client-secret-file",
                  "credentials-supplier"),
          "proxy", List.of("proxy.host", "proxy.port", "proxy.user", "proxy.password"),
          "sslContext", List.of("ssl.bundle"),
          "addListener", List.of(),
          "header", List.of("headers"),
          "tokenHeader", List.of("token-headers"));

  private final JsonNode metadata = read();

  @Test
  void everySettingOfTheBuildersHasAProperty() {
    assertThat(setters())
        .contains("pageSize")
        .allSatisfy(
            setter ->
                assertThat(names())
                    .containsAll(
                        OTHER_NAMES.getOrDefault(
                            setter, List.of(PropertyNames.kebabCase(setter)))));
  }

  @Test
  void everyPropertyIsDescribed() {
    assertThat(properties())
        .isNotEmpty()
        .allSatisfy(
            property -> {
              assertThat(property.path("type").asText()).isNotBlank();
              assertThat(property.path("description").asText()).endsWith(".").doesNotContain("\n");
              assertThat(property.path("name").asText()).startsWith("thrive.audience.");
            });
  }

  @ParameterizedTest
  @MethodSource("enums")
  void everyValueOfAnEnumIsHinted(String property, Class<? extends Enum<?>> type) {
    assertThat(hint(property).path("values"))
        .extracting(value -> value.path("value").asText())
        .containsExactlyElementsOf(
            Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
    assertThat(hint(property).path("values"))
        .allSatisfy(value -> assertThat(value.path("description").asText()).isNotBlank());
  }

  static Stream<Arguments> enums() {
    return Stream.of(
        Arguments.of("environment", ThriveEnvironment.class),
        Arguments.of("page-size-parameter", PageSizeParameter.class),
        Arguments.of("client-authentication", ClientAuthentication.class),
        Arguments.of("access-tokens.service", TokenService.class));
  }

  @Test
  void environmentsAreHintedWithTheirAddress() {
    assertThat(hint("environment").path("values"))
        .extracting(value -> value.path("description").asText())
        .containsExactlyElementsOf(
            Arrays.stream(ThriveEnvironment.values())
                .map(each -> each.apiBaseUri().toString())
                .toList());
  }

  @Test
  void theReadmeHasARowForEachProperty() throws IOException {
    List<String> rows =
        Files.readString(Path.of("README.md"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .filter(name -> !name.contains("("))
            .toList();

    assertThat(rows).containsExactlyInAnyOrderElementsOf(names());
  }

  private static List<String> setters() {
    return Stream.of(AudienceMembersClient.Builder.class, AccessTokens.Builder.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> method.getReturnType() == method.getDeclaringClass())
        .map(Method::getName)
        .distinct()
        .toList();
  }

  private List<String> names() {
    return properties()
        .map(property -> property.path("name").asText())
        .map(name -> name.replace("thrive.audience.", ""))
        .toList();
  }

  private Stream<JsonNode> properties() {
    return StreamSupport.stream(metadata.path("properties").spliterator(), false);
  }

  private JsonNode hint(String property) {
    return StreamSupport.stream(metadata.path("hints").spliterator(), false)
        .filter(hint -> hint.path("name").asText().equals("thrive.audience." + property))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode read() {
    try (InputStream json =
        ThriveProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
