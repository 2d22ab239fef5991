package io.github.thriveaudience.contract;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.github.tomakehurst.wiremock.common.Limit;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestListener;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.contract.ViolatesContract.Side;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Validates each request to a WireMock server and each response against the spec. A test with a
 * violation fails and names the rule, unless it is annotated with {@link ViolatesContract}.
 */
public final class ContractValidator
    implements ServeEventListener, RequestListener, BeforeEachCallback, AfterEachCallback {
  static final OpenApiInteractionValidator SPEC =
      OpenApiInteractionValidator.createForSpecificationUrl(SpecExamples.LOCATION)
          .withBasePathOverride("/")
          .build();

  private final Queue<String> requestViolations = new ConcurrentLinkedQueue<>();
  private final Queue<String> responseViolations = new ConcurrentLinkedQueue<>();

  /** In whole milliseconds, as WireMock logs requests. */
  private volatile Instant testStart = Instant.EPOCH;

  /** The sides that may violate the spec. */
  private volatile Set<Side> exempt = Set.of();

  /** A validated server on a free port of the loopback interface. */
  public WireMockExtension server() {
    return WireMockExtension.newInstance()
        .options(options().bindAddress("127.0.0.1").dynamicPort().extensions(this))
        .build();
  }

  @Override
  public String getName() {
    return "contract-validator";
  }

  /** Before the client has the response, so that all is validated when a test ends. */
  @Override
  public void beforeResponseSent(ServeEvent event, Parameters parameters) {
    LoggedRequest request = event.getRequest();
    if (request.getLoggedDate().toInstant().isBefore(testStart)) {
      // The previous test ended while this request was in flight.
      return;
    }
    validate(request, event.getResponse());
  }

  /** For a server that is started elsewhere, such as that of the test kit. */
  @Override
  public void requestReceived(Request request, Response response) {
    validate(LoggedRequest.createFrom(request), LoggedResponse.from(response, Limit.UNLIMITED));
  }

  private void validate(LoggedRequest request, LoggedResponse response) {
    if (!exempt.contains(Side.REQUESTS)) {
      record(request, SPEC.validateRequest(translated(request)), requestViolations);
    }
    if (!exempt.contains(Side.RESPONSES)) {
      record(request, validated(request, response), responseViolations);
    }
  }

  private static ValidationReport validated(LoggedRequest request, LoggedResponse response) {
    return SPEC.validateResponse(
        path(request), Method.valueOf(request.getMethod().value()), translated(response));
  }

  private static void record(
      LoggedRequest request, ValidationReport report, Queue<String> violations) {
    report
        .getMessages()
        .forEach(
            message ->
                violations.add(
                    request.getMethod() + " " + request.getUrl() + ": " + describe(message)));
  }

  /** Names the violated rule with the nested rules that led to it. */
  private static String describe(ValidationReport.Message message) {
    String nested =
        message.getNestedMessages().stream()
            .map(ContractValidator::describe)
            .collect(Collectors.joining("; "));
    String rule = message.getMessage() + " (" + message.getKey() + ")";
    return nested.isEmpty() ? rule : rule + ": " + nested;
  }

  private static SimpleRequest translated(LoggedRequest request) {
    SimpleRequest.Builder translated =
        new SimpleRequest.Builder(request.getMethod().value(), path(request));
    request
        .getHeaders()
        .all()
        .forEach(header -> translated.withHeader(header.key(), header.values()));
    request
        .getQueryParams()
        .forEach((name, parameter) -> translated.withQueryParam(name, parameter.values()));
    if (request.getBody().length > 0) {
      // The validator's internal exceptions quote the body; see SecretsTest.
      translated.withBody(
          request.getBodyAsString().replaceAll("client_secret=[^&]*", "client_secret=hidden"));
    }
    return translated.build();
  }

  private static SimpleResponse translated(LoggedResponse response) {
    SimpleResponse.Builder translated = SimpleResponse.Builder.status(response.getStatus());
    if (response.getHeaders() != null) {
      response
          .getHeaders()
          .all()
          .forEach(header -> translated.withHeader(header.key(), header.values()));
    }
    return response.getBody() == null
        ? translated.build()
        : translated.withBody(response.getBody()).build();
  }

  /** Paths of the spec begin after {@code /rest/v1}, except that of the token endpoint. */
  private static String path(LoggedRequest request) {
    String path = URI.create(request.getUrl()).getRawPath();
    return path.startsWith("/rest/v1/") ? path.substring("/rest/v1".length()) : path;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    testStart = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    exempt = violatingSides(context);
    requestViolations.clear();
    responseViolations.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(List.copyOf(requestViolations)).as("requests that violate the spec").isEmpty();
    assertThat(List.copyOf(responseViolations)).as("responses that violate the spec").isEmpty();
  }

  private static Set<Side> violatingSides(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), ViolatesContract.class)
        .or(
            () ->
                AnnotationSupport.findAnnotation(
                    context.getRequiredTestClass(), ViolatesContract.class))
        .map(annotation -> Set.of(annotation.by()))
        .orElse(Set.of());
  }
}
