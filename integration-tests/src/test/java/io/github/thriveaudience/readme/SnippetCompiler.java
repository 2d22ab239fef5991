package io.github.thriveaudience.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles source files of the package {@code com.example}, as strictly as the build does. */
final class SnippetCompiler {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Shared, since it caches the jars of the class path. */
  private static final StandardJavaFileManager FILES =
      JAVAC.getStandardFileManager(null, Locale.ROOT, UTF_8);

  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "17",
          "-proc:none",
          // The manifests of some jars name others that are not there.
          "-Xlint:all,-path",
          "-Werror",
          "-classpath",
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));

  private static final Pattern CLASS =
      Pattern.compile("^(?:public )?class (\\w+)", Pattern.MULTILINE);
  private static final AtomicInteger FOLDERS = new AtomicInteger();

  private SnippetCompiler() {}

  /** Compiles a file, and returns its first class. */
  static synchronized Class<?> compile(String source) throws Exception {
    String name = className(source);
    Path folder = Files.createDirectories(Path.of("target/snippets/" + FOLDERS.incrementAndGet()));
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
    StringWriter problems = new StringWriter();
    boolean compiles =
        JAVAC.getTask(problems, FILES, null, OPTIONS, null, FILES.getJavaFileObjects(file)).call();
    assertThat(compiles).as("compiles: %s%n%s", problems, source).isTrue();
    URL[] classes = {folder.toUri().toURL()};
    return new URLClassLoader(classes, SnippetCompiler.class.getClassLoader())
        .loadClass("com.example." + name);
  }

  private static String className(String source) {
    Matcher found = CLASS.matcher(source);
    assertThat(found.find()).as("has a class: %s", source).isTrue();
    return found.group(1);
  }
}
