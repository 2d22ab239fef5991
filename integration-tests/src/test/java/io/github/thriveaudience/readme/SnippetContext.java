package io.github.thriveaudience.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.model.AudienceMember;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/** The names that snippets use without declaring them; the facade's README lists them. */
public abstract class SnippetContext {
  /** The Tenant ID that the stubs know. */
  protected final String tenantId = "eu-west-2_Quickstart";

  /** Published; protects nothing. */
  protected final String apiSecret = "quickstart-secret";

  /** The Client ID that the stubs know. */
  protected final String clientId = "quickstart-client";

  /** Published; protects nothing. */
  protected final String clientSecret = "quickstart-client-secret";

  /** Of no gateway. */
  protected final String gatewayKey = "hush-gateway-key";

  /** A client of the stubs, which asks for 100 members at a time. */
  protected AudienceMembersClient thrive;

  /** A user's registry. */
  protected final MeterRegistry registry = new SimpleMeterRegistry();

  /** A user's registry of observations. */
  protected final ObservationRegistry observationRegistry = ObservationRegistry.create();

  /** A user's logger, which keeps the messages for the test. */
  protected final Logger log;

  /** For assertions. */
  protected final List<String> logged = new ArrayList<>();

  /** For assertions. */
  protected final List<AudienceMember> synchronised = new ArrayList<>();

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private SnippetServer server;

  /** For the class that a snippet is compiled in. */
  protected SnippetContext() {
    log =
        (Logger)
            Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> {
                  logged.add(message(arguments));
                  return null;
                });
  }

  /** The snippet, with assertions behind it. */
  public abstract void run() throws Exception;

  final void run(AudienceMembersClient client, SnippetServer requested) throws Exception {
    thrive = client;
    server = requested;
    PrintStream out = System.out;
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      run();
    } finally {
      System.setOut(out);
    }
  }

  /** What went to standard output. */
  protected String printed() {
    return printed.toString(UTF_8);
  }

  /** The queries of the requests so far. */
  protected List<String> requests() {
    return server.queries();
  }

  /** What a user gets for a gateway; of none. */
  protected String gatewayToken() {
    return "hush-gateway-token";
  }

  /** What a user does with a member. */
  protected void synchronise(AudienceMember member) {
    synchronised.add(member);
  }

  /** What a user has who calls the API by hand. */
  protected Set<String> idsFromYourOwnLoop(String audience) {
    return thrive.members(audience).stream()
        .map(AudienceMember::userId)
        .collect(Collectors.toSet());
  }

  private static String message(Object[] arguments) {
    Object[] values =
        arguments[arguments.length - 1] instanceof Object[] several
            ? several
            : Arrays.copyOfRange(arguments, 1, arguments.length);
    return MessageFormatter.arrayFormat((String) arguments[0], values).getMessage();
  }
}
