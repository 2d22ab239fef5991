package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.net.URI;

/** A client that reads its first member in a new JVM. */
final class ColdStart {
  private static final String AUDIENCE = PageRequest.audience(10_000, 0);
  private static final String FIRST_MEMBER = "63f8c536";

  final String label;
  final Samples withoutTls = new Samples();
  final Samples overTls = new Samples();
  final Samples toTheEnd = new Samples();
  private final ClientKind client;
  private final ChildJvm jvm;

  ColdStart(String label, ClientKind client, ChildJvm jvm) {
    this.label = label;
    this.client = client;
    this.jvm = jvm;
  }

  /** Measures two processes. */
  void measure(URI http, URI https) throws IOException, InterruptedException {
    withoutTls.add(run(http).firstLineMillis());
    ChildJvm.Outcome outcome = run(https);
    overTls.add(outcome.firstLineMillis());
    toTheEnd.add(outcome.millis());
  }

  /** Runs a process that prints the first member. */
  ChildJvm.Outcome run(URI baseUri) throws IOException, InterruptedException {
    ChildJvm.Outcome outcome =
        jvm.run(FirstMemberProgram.class, client.id, baseUri.toString(), AUDIENCE).orThrow();
    if (!outcome.output().startsWith(FIRST_MEMBER)) {
      throw new IllegalStateException("not the first member: " + outcome.output());
    }
    return outcome;
  }
}
