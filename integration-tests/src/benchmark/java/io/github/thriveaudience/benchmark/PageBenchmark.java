package io.github.thriveaudience.benchmark;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call that reads one page of 1,000 members, on a connection that is open. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageBenchmark {
  private static final String AUDIENCE = PageRequest.audience(TestAccount.PAGE_SIZE, 0);

  /** Who reads. */
  @Param("loop")
  public String contender = "";

  /** Where the server is. */
  @Param("")
  public String baseUri = "";

  private @Nullable Contender client;

  /** Opens the client, and makes sure that it reads what is there. */
  @Setup
  public void open() throws Exception {
    client = Contender.open(contender, URI.create(baseUri));
    PacedConsumer members = new PacedConsumer(0);
    client.list(AUDIENCE, members);
    members.requireCount(TestAccount.PAGE_SIZE);
  }

  /** The call. */
  @Benchmark
  public Object page() throws Exception {
    return client.page(AUDIENCE, 1);
  }

  /** Closes the client. */
  @TearDown
  public void close() {
    client.close();
  }
}
