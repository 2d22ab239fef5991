package io.github.thriveaudience.live;

import io.github.thriveaudience.ThriveEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a few requests to the live API that only read, and reports where it differs from the spec.
 * The report names fields, types, statuses and headers, and no value of any member.
 */
public final class Canary {
  private final Settings settings;
  private final Function<Settings, Target> target;
  private final PrintStream out;

  Canary(Map<String, String> variables, Function<Settings, Target> target, PrintStream out) {
    this.settings = new Settings(variables);
    this.target = target;
    this.out = out;
  }

  /** Runs the canary, and ends the process with 1 if the API breaks the spec. */
  public static void main(String[] arguments) {
    Canary canary =
        new Canary(
            System.getenv(),
            settings -> Target.of(settings.environment(), settings.tenantId()),
            System.out);
    int status = canary.run();
    if (status != 0) {
      System.exit(status);
    }
  }

  int run() {
    try {
      List<String> missing = settings.missing();
      if (!missing.isEmpty()) {
        out.println("Skipped: the canary needs " + String.join(", ", missing) + " to be set.");
        return 0;
      }
      return visit();
    } catch (SettingException e) {
      out.println("canary: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      // Without its message, which can quote what was sent or what came.
      out.println("canary: stopped by " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      out.println("canary: interrupted");
    } finally {
      out.flush();
    }
    return 1;
  }

  private int visit() throws IOException, InterruptedException {
    ThriveEnvironment environment = settings.environment();
    Findings findings = new Findings();
    settings.values().forEach(findings::hide);
    AnswerCheck check = new AnswerCheck(Spec.current(), findings);
    LiveApi api = new LiveApi(target.apply(settings));
    SignIn signIn = new SignIn(settings, api, check, findings);
    @Nullable String authorization = signIn.authorization();
    if (authorization != null) {
      new Questions(settings.audience(), authorization, api, check, findings)
          .ask(signIn.obeysPerPage());
    }
    check.conclude();
    out.println("The live API, " + environment + ", in " + api.requests() + " requests.");
    out.print(findings.report());
    return findings.anyBreaks() ? 1 : 0;
  }
}
