package io.github.thriveaudience.live;

import io.github.thriveaudience.ThriveEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a few read-only requests to the live API, and reports where it differs from the spec. The
 * report names fields, types, statuses and headers, and has no personal data.
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

  /** Runs the canary. The exit status is 1 if the API violates the spec. */
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
      return probe();
    } catch (SettingException e) {
      out.println("canary: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      // Without its message, which can quote the request or the response.
      out.println("canary: stopped by " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      out.println("canary: interrupted");
    } finally {
      out.flush();
    }
    return 1;
  }

  private int probe() throws IOException, InterruptedException {
    ThriveEnvironment environment = settings.environment();
    Findings findings = new Findings();
    settings.values().forEach(findings::hide);
    ResponseCheck check = new ResponseCheck(Spec.current(), findings);
    LiveApi api = new LiveApi(target.apply(settings));
    AuthenticationProbe authentication = new AuthenticationProbe(settings, api, check, findings);
    @Nullable String authorization = authentication.authorization();
    if (authorization != null) {
      new BehaviorProbe(settings.audience(), authorization, api, check, findings)
          .run(authentication.obeysPerPage());
    }
    check.reportOptionalFields();
    out.println("The live API, " + environment + ", in " + api.requests() + " requests.");
    out.print(findings.report());
    return findings.hasViolations() ? 1 : 0;
  }
}
