package io.github.thriveaudience.contract;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.contract.OffContract.Side;
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
 * Holds each request that a WireMock server gets and each answer that it gives against the spec. A
 * test in which one breaks it fails with the rule, unless it is marked {@link OffContract}.
 */
public final class ContractWatch
    implements ServeEventListener, BeforeEachCallback, AfterEachCallback {
  static final OpenApiInteractionValidator SPEC =
      OpenApiInteractionValidator.createForSpecificationUrl(SpecExamples.LOCATION)
          .withBasePathOverride("/")
          .build();

  private final Queue<String> brokenByRequests = new ConcurrentLinkedQueue<>();
  private final Queue<String> brokenByAnswers = new ConcurrentLinkedQueue<>();

  /** When the test began, in milliseconds since 1970. */
  private volatile Instant begin = Instant.EPOCH;

  /** Which sides of the wire are free to break the spec. */
  private volatile Set<Side> off = Set.of();

  /** A server on a free port of the loopback interface, which is watched. */
  public WireMockExtension server() {
    return WireMockExtension.newInstance()
        .options(options().bindAddress("127.0.0.1").dynamicPort().extensions(this))
        .build();
  }

  @Override
  public String getName() {
    return "contract-watch";
  }

  /** Before the client has the answer, so that nothing is left to come when a test ends. */
  @Override
  public void beforeResponseSent(ServeEvent event, Parameters parameters) {
    LoggedRequest request = event.getRequest();
    if (request.getLoggedDate().toInstant().isBefore(begin)) {
      // Of the test before, which ended while its request was under way.
      return;
    }
    if (!off.contains(Side.REQUESTS)) {
      note(request, SPEC.validateRequest(translated(request)), brokenByRequests);
    }
    if (!off.contains(Side.ANSWERS)) {
      note(request, validated(request, event.getResponse()), brokenByAnswers);
    }
  }

  private static ValidationReport validated(LoggedRequest request, LoggedResponse answer) {
    return SPEC.validateResponse(
        path(request), Request.Method.valueOf(request.getMethod().value()), translated(answer));
  }

  private static void note(LoggedRequest request, ValidationReport report, Queue<String> broken) {
    report
        .getMessages()
        .forEach(
            message ->
                broken.add(request.getMethod() + " " + request.getUrl() + ": " + inWords(message)));
  }

  /** The rule that is broken, and with it those that led to it. */
  private static String inWords(ValidationReport.Message message) {
    String nested =
        message.getNestedMessages().stream()
            .map(ContractWatch::inWords)
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
      // The validator throws and catches exceptions that hold what it reads; see SecretsTest.
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

  /** The paths of the spec begin after {@code /rest/v1}, but for that of tokens. */
  private static String path(LoggedRequest request) {
    String path = URI.create(request.getUrl()).getRawPath();
    return path.startsWith("/rest/v1/") ? path.substring("/rest/v1".length()) : path;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    off = offContract(context);
    brokenByRequests.clear();
    brokenByAnswers.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(List.copyOf(brokenByRequests)).as("requests that the spec forbids").isEmpty();
    assertThat(List.copyOf(brokenByAnswers)).as("answers that the spec forbids").isEmpty();
  }

  private static Set<Side> offContract(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), OffContract.class)
        .or(
            () ->
                AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OffContract.class))
        .map(mark -> Set.of(mark.by()))
        .orElse(Set.of());
  }
}
