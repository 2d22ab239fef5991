package io.github.thriveaudience.guard.impact;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * Runs a Maven build in a folder, with the Maven, JDK, local repository and offline mode of the
 * current build.
 */
public final class MavenBuild {
  /** The result of a build. */
  public record Outcome(int exitCode, List<String> output) {
    public boolean succeeded() {
      return exitCode == 0;
    }
  }

  private MavenBuild() {}

  /** Runs goals and options as on the command line. */
  public static Outcome run(Path folder, List<String> goalsAndOptions, String... properties) {
    return run(folder, goalsAndOptions, request -> {}, properties);
  }

  /** Runs goals and options in a different environment. */
  public static Outcome run(
      Path folder,
      List<String> goalsAndOptions,
      Consumer<InvocationRequest> environment,
      String... properties) {
    List<String> output = new ArrayList<>();
    InvocationRequest request = new DefaultInvocationRequest();
    request.setMavenHome(new File(required("maven.home")));
    request.setJavaHome(new File(System.getProperty("java.home")));
    request.setLocalRepositoryDirectory(new File(required("maven.repo.local")));
    request.setOffline("offline=true".equals(System.getProperty("maven.mode")));
    request.setBaseDirectory(folder.toFile());
    request.setBatchMode(true);
    request.addArgs(goalsAndOptions);
    request.setProperties(parsed(properties));
    request.setOutputHandler(output::add);
    request.setErrorHandler(output::add);
    environment.accept(request);
    return new Outcome(exitCode(request), output);
  }

  private static int exitCode(InvocationRequest request) {
    try {
      InvocationResult result = new DefaultInvoker().execute(request);
      if (result.getExecutionException() != null) {
        throw new IllegalStateException("Maven could not be run", result.getExecutionException());
      }
      return result.getExitCode();
    } catch (MavenInvocationException e) {
      throw new IllegalStateException("Maven could not be run", e);
    }
  }

  private static Properties parsed(String... namesAndValues) {
    Properties properties = new Properties();
    properties.setProperty("style.color", "never");
    for (String one : namesAndValues) {
      int equals = one.indexOf('=');
      properties.setProperty(one.substring(0, equals), one.substring(equals + 1));
    }
    return properties;
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("The system property " + property + " is not set");
    }
    return value;
  }
}
