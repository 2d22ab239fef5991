package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists the members of an audience: from the stubs, or from the real API if {@code
 * THRIVE_TENANT_ID} or a secret is set.
 */
public final class Quickstart {
  /** Small enough to show paging on the stubs' 250 members. */
  private static final int PAGE_SIZE = 100;

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
   * Runs the quickstart. The exit status is 1 if it fails.
   *
   * @param arguments the audience; {@code table}, {@code csv} or {@code json}; and {@code basic} or
   *     {@code oauth2}, for the stubs
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

  int run(String... arguments) {
    try {
      Report.Format format = Report.Format.named(text(arguments[1]));
      boolean oauth2 = usesOAuth2(text(arguments[2]));
      list(text(arguments[0]), oauth2, format.to(out));
      return 0;
    } catch (RuntimeException e) {
      progress.clear();
      out.flush();
      err.println("quickstart: " + e.getMessage());
      return 1;
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** Maven passes an empty value as null. */
  private static String text(@Nullable String argument) {
    return argument == null ? "" : argument;
  }

  private static boolean usesOAuth2(String auth) {
    return switch (auth) {
      case "basic" -> false;
      case "oauth2" -> true;
      default ->
          throw new IllegalArgumentException(
              "auth must be basic or oauth2, but was \"" + auth + '"');
    };
  }

  private void list(String audience, boolean oauth2, Report report) {
    if (callsRealApi()) {
      try (AudienceMembersClient thrive = realApi.get()) {
        list(thrive.members(audience), variables.getOrDefault("THRIVE_ENVIRONMENT", "?"), report);
      }
    } else {
      listFromStubs(audience, oauth2, report);
    }
  }

  private boolean callsRealApi() {
    return REAL_API.stream().anyMatch(name -> !variables.getOrDefault(name, "").isBlank());
  }

  private void listFromStubs(String audience, boolean oauth2, Report report) {
    try (StubServer stubs = new StubServer();
        AudienceMembersClient thrive = client(stubs, oauth2)) {
      list(thrive.members(audience), "the stubs at " + stubs.baseUri(), report);
    }
  }

  private static AudienceMembersClient client(StubServer stubs, boolean oauth2) {
    AudienceMembersClient.Builder builder =
        AudienceMembersClient.builder()
            .baseUri(stubs.baseUri())
            .pageSize(PAGE_SIZE)
            .maxAttempts(1); // the stubs of errors never recover
    return oauth2
        ? builder.credentials(StubServer.OAUTH2).tokenUri(stubs.tokenUri()).build()
        : builder.credentials(StubServer.BASIC).build();
  }

  private void list(Members members, String source, Report report) {
    List<AudienceMember> read = new ArrayList<>();
    TraversalReport traversal =
        members
            .onProgress(progress)
            .read(
                member -> {
                  read.add(member);
                  if (read.size() == PAGE_SIZE) {
                    print(read, report);
                  }
                });
    print(read, report);
    report.end(new Report.Totals(traversal, source));
    requireWritable();
    warn(traversal);
  }

  private void print(List<AudienceMember> read, Report report) {
    progress.clear();
    report.page(read);
    requireWritable();
    read.clear();
  }

  private void warn(TraversalReport traversal) {
    if (traversal.verdict() != Verdict.CONSISTENT) {
      err.println(
          "quickstart: " + traversal.verdict() + ": " + String.join(" ", traversal.evidence()));
    }
  }

  private void requireWritable() {
    if (out.checkError()) {
      throw new IllegalStateException(
          "standard output cannot be written: closed, or the disk full");
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }
}
