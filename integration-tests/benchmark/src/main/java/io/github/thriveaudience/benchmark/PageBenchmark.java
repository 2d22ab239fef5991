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

/** One call that reads one page of 1,000 members over an open connection. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageBenchmark {
  private static final String AUDIENCE = PageRequest.audience(TestAccount.PAGE_SIZE, 0);

  /** The id of the client that is measured. */
  @Param("loop")
  public String client = "";

  /** The address of the server. */
  @Param("")
  public String baseUri = "";

  private @Nullable MeasuredClient opened;

  /** Opens the client and checks that it reads all members of the page. */
  @Setup
  public void open() throws Exception {
    opened = MeasuredClient.open(client, URI.create(baseUri));
    PacedConsumer members = new PacedConsumer(0);
    opened.list(AUDIENCE, members);
    members.requireCount(TestAccount.PAGE_SIZE);
  }

  /** The call that is measured. */
  @Benchmark
  public Object page() throws Exception {
    return opened.page(AUDIENCE, 1);
  }

  /** Closes the client. */
  @TearDown
  public void close() {
    opened.close();
  }
}
