package com.example.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users cannot access packages that the client does not export. */
class InternalsTest {
  @TempDir private Path classes;

  @Test
  void compilesWithTheModelsAndTheFacade() throws IOException {
    assertEquals(List.of(), problemsOfImporting("io.github.thriveaudience.model.AudienceMember"));
    assertEquals(List.of(), problemsOfImporting("io.github.thriveaudience.Members"));
  }

  @Test
  void doesNotCompileWithInternalClasses() throws IOException {
    assertNotExported("io.github.thriveaudience.internal.call", "Limits");
  }

  @Test
  void doesNotCompileWithTheGeneratedInterfaces() throws IOException {
    assertNotExported("io.github.thriveaudience.api", "MembersApi");
  }

  @Test
  void cannotAccessThemByReflection() throws Exception {
    assertEquals(
        List.of(
            "IllegalAccessException",
            "IllegalAccessException",
            "InaccessibleObjectException",
            "InaccessibleObjectException",
            "InaccessibleObjectException"),
        ModulePath.run(Intruder.class));
  }

  private void assertNotExported(String packageName, String type) throws IOException {
    List<Diagnostic<? extends JavaFileObject>> problems =
        problemsOfImporting(packageName + "." + type);

    assertEquals(1, problems.size(), problems::toString);
    assertEquals("compiler.err.package.not.visible", problems.get(0).getCode());
    assertTrue(problems.get(0).getMessage(null).contains(packageName), problems.get(0)::toString);
  }

  private List<Diagnostic<? extends JavaFileObject>> problemsOfImporting(String type)
      throws IOException {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            null,
            null,
            problems,
            List.of("--module-path", ModulePath.ofLibraries(), "-d", classes.toString()),
            null,
            List.of(
                new Source("module-info", "module intruder { requires io.github.thriveaudience; }"),
                new Source(
                    "intruder/Intruder",
                    "package intruder; import " + type + "; class Intruder {}")))
        .call();
    return problems.getDiagnostics();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
