package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists the members of an audience, or what has changed since an earlier run: from the stubs, or
 * from the real API if {@code THRIVE_TENANT_ID} or a secret is set.
 */
public final class Quickstart {
  /** Small enough to show paging on the stubs' 250 members. */
  private static final int PAGE_SIZE = 100;

  /** The exit status if more members left than the guard allows. */
  private static final int GUARDED = 2;

  /** Any of them selects the real API, so that incomplete settings are named and not ignored. */
  private static final List<String> REAL_API =
      List.of("THRIVE_TENANT_ID", "THRIVE_API_SECRET", "THRIVE_CLIENT_ID", "THRIVE_CLIENT_SECRET");

  private final Map<String, String> variables;
  private final Supplier<AudienceMembersClient> realApi;
  private final PrintStream out;
  private final PrintStream err;
  private final ProgressLine progress;

  /**
   * Creates a quickstart.
   *
   * @param showsProgress whether {@code err} is a terminal
   */
  Quickstart(
      Map<String, String> variables,
      Supplier<AudienceMembersClient> realApi,
      PrintStream out,
      PrintStream err,
      boolean showsProgress) {
    this.variables = variables;
    this.realApi = realApi;
    this.out = out;
    this.err = err;
    this.progress = new ProgressLine(err, showsProgress);
  }

  /**
   * Runs the quickstart. The exit status is 1 if it fails, and 2 if more members left than the
   * guard allows.
   *
   * @param arguments the audience; {@code table}, {@code csv} or {@code json}; {@code basic} or
   *     {@code oauth2}, for the stubs; the file of a state, or nothing to list members; a file for
   *     the output, or nothing; {@code on} or {@code off}, for the guard
   */
  public static void main(String[] arguments) {
    // Not System.out: Maven wraps it, and its charset is the terminal's, while pipes need UTF-8.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int status =
        new Quickstart(
                System.getenv(),
                AudienceMembersClient::fromEnvironment,
                out,
                err,
                Terminal.isStandardError())
            .run(arguments);
    if (status != 0) {
      // An exception would make Maven print more than this one line.
      System.exit(status);
    }
  }

  int run(@Nullable String... arguments) {
    try {
      Options options = Options.parse(arguments);
      if (options.since() == null) {
        list(options);
      } else {
        compare(options, options.since());
      }
      return 0;
    } catch (GuardedException e) {
      return failed(e, GUARDED);
    } catch (RuntimeException e) {
      return failed(e, 1);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private int failed(RuntimeException failure, int status) {
    progress.clear();
    out.flush();
    err.println("quickstart: " + failure.getMessage());
    return status;
  }

  private void list(Options options) {
    try (Output output = Output.to(options.output(), out)) {
      ListMembers job = new ListMembers(options.format(), output, progress);
      read(options, false, (members, source) -> warn(job.run(members, source)));
    }
  }

  private void compare(Options options, Path since) {
    PrintChanges job = new PrintChanges(since, options.guarded(), progress);
    try (Output output = Output.to(options.output(), out)) {
      if (job.isFirst()) {
        err.println("quickstart: " + since + " is new: in this first run everybody has joined");
      }
      read(
          options,
          !job.isFirst(),
          (members, source) ->
              job.run(members, source, options.format(), output).forEach(this::warn));
    }
  }

  private void read(Options options, boolean later, BiConsumer<Members, String> job) {
    if (callsRealApi()) {
      try (AudienceMembersClient thrive = realApi.get()) {
        job.accept(
            thrive.members(options.audience()), variables.getOrDefault("THRIVE_ENVIRONMENT", "?"));
      }
    } else {
      readFromStubs(options, later, job);
    }
  }

  private boolean callsRealApi() {
    return REAL_API.stream().anyMatch(name -> !variables.getOrDefault(name, "").isBlank());
  }

  /** Each run starts the stubs anew, so that they do not know of an earlier one. */
  private static void readFromStubs(
      Options options, boolean later, BiConsumer<Members, String> job) {
    try (StubServer stubs = new StubServer();
        AudienceMembersClient thrive = client(stubs, options)) {
      if (later) {
        stubs.change();
      }
      job.accept(thrive.members(options.audience()), "the stubs at " + stubs.baseUri());
    }
  }

  private static AudienceMembersClient client(StubServer stubs, Options options) {
    AudienceMembersClient.Builder builder =
        AudienceMembersClient.builder()
            .baseUri(stubs.baseUri())
            .pageSize(PAGE_SIZE)
            // Some stubs recover at the second request; those of errors never do.
            .maxAttempts(options.audience().startsWith("error-") ? 1 : 2);
    return options.oauth2()
        ? builder.credentials(StubServer.OAUTH2).tokenUri(stubs.tokenUri()).build()
        : builder.credentials(StubServer.BASIC).build();
  }

  private void warn(TraversalReport traversal) {
    if (traversal.verdict() != Verdict.CONSISTENT) {
      err.println(
          "quickstart: " + traversal.verdict() + ": " + String.join(" ", traversal.evidence()));
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }
}
