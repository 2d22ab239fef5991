package io.github.thriveaudience.contract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.TokenRequestException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the spec matches its schema, and the real client reads it. */
@Tag("contract")
class ExamplesTest {
  private static final SpecExamples SPEC = new SpecExamples();

  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  @RegisterExtension static final WireMockExtension API = CONTRACT.server();

  static List<SpecExamples.ValueExample> values() {
    return SPEC.values();
  }

  static List<SpecExamples.ResponseExample> responses() {
    return SPEC.responses();
  }

  @Test
  void specHasExamplesOfAllKinds() {
    assertThat(values()).hasSizeGreaterThan(30);
    assertThat(responses())
        .extracting(SpecExamples.ResponseExample::status)
        .contains(200, 400, 401, 429, 500);
  }

  @ParameterizedTest
  @MethodSource("values")
  void examplesMatchTheirSchemas(SpecExamples.ValueExample example) {
    ValidationReport report =
        new SchemaValidator(SPEC.spec(), new MessageResolver())
            .validate(example.value(), example.schema(), "example");

    assertThat(report.getMessages()).as(example.where()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("responses")
  void clientReadsResponseExamples(SpecExamples.ResponseExample example) {
    API.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(example.status())
                    .withHeader("Content-Type", "application/json")
                    .withBody(example.body())));

    Throwable failure = catchThrowable(() -> call(example.path()));

    if (example.status() == 200) {
      assertThat(failure).isNull();
    } else if (failure instanceof TokenRequestException refusal) {
      assertThat(example.body()).contains('"' + refusal.error() + '"');
    } else {
      assertThat(failure)
          .isInstanceOfSatisfying(
              ThriveApiException.class,
              thrown -> {
                assertThat(thrown.status()).isEqualTo(example.status());
                assertThat(example.body()).contains('"' + thrown.apiMessage() + '"');
              });
    }
  }

  private static void call(String path) {
    if (path.startsWith("/oauth2/")) {
      AccessTokens.builder(TokenService.PUBLIC_API)
          .tokenUri(uri("/oauth2/token/eu-west-2_Tenant"))
          .credentials(Credentials.oauth2("eu-west-2_Tenant", "client", "hush"))
          .maxAttempts(1)
          .build()
          .current();
    } else {
      AudienceMembersClient.builder()
          .baseUri(uri("/rest/v1"))
          .credentials(Credentials.basic("eu-west-2_Tenant", "hush"))
          .maxAttempts(1)
          .build()
          .members("tech-team")
          .page(1);
    }
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + API.getPort() + path);
  }
}
