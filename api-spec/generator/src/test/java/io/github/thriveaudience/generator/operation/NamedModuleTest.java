package io.github.thriveaudience.generator.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.generator.GeneratedClient;
import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In named modules, {@code Clients} implements the interfaces that Feign alone cannot. */
class NamedModuleTest {
  private static final String MODULE = "io.github.thriveaudience.generated";
  private static final String PACKAGE = "io.github.thriveaudience.api";

  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: a, version: '1'}
      paths:
        /list:
          get:
            operationId: list
            tags: [Some]
            parameters:
              - {name: ids, in: query, explode: false, schema: {type: array, items: {type: string}}}
            responses: {'204': {description: done}}
        /one:
          get:
            operationId: one
            tags: [Some]
            responses: {'204': {description: done}}
      components:
        schemas:
          Some: {type: object, properties: {a: {type: string}}}
      """;

  @TempDir private Path folder;
  private Recorder server;
  private ClassLoader loader;

  @BeforeEach
  void start() throws IOException {
    server = new Recorder();
    Path spec = Files.writeString(folder.resolve("spec.yaml"), SPEC);
    Path classes = GeneratedClient.modules(spec, folder, modulePath());
    ModuleFinder modules = ModuleFinder.of(paths(classes));
    Configuration configuration =
        ModuleLayer.boot().configuration().resolve(modules, ModuleFinder.of(), Set.of(MODULE));
    ModuleLayer.Controller layer =
        ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader());
    Module generated = layer.layer().findModule(MODULE).orElseThrow();
    layer.addExports(generated, PACKAGE, getClass().getModule());
    loader = generated.getClassLoader();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void clientsImplementWhatPreparesItsArguments() throws Exception {
    Class<?> api = loader.loadClass(PACKAGE + ".SomeApi");
    Object client =
        loader
            .loadClass(PACKAGE + ".Clients")
            .getMethod("of", Class.class, Function.class)
            .invoke(null, api, (Function<Class<?>, Object>) this::implementedByFeign);
    Object options = loader.loadClass("feign.Request$Options").getConstructor().newInstance();

    method(api, "list").invoke(client, List.of("a", "b c"), options);
    assertThat(server.take().target()).isEqualTo("/list?ids=a,b%20c");

    method(api, "one").invoke(client, options);
    assertThat(server.take().target()).isEqualTo("/one");
    assertThat(client).hasToString(client.toString()).isNotEqualTo("other");
  }

  /** If this fails, Feign has learned it, and the class is no longer needed. */
  @Test
  void feignAloneDoesNot() throws Exception {
    Class<?> api = loader.loadClass(PACKAGE + ".SomeApi");

    assertThatThrownBy(() -> implementedByFeign(api))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(InvocationTargetException.class);
  }

  private Object implementedByFeign(Class<?> type) {
    try {
      Object builder = loader.loadClass("feign.Feign").getMethod("builder").invoke(null);
      return builder
          .getClass()
          .getMethod("target", Class.class, String.class)
          .invoke(builder, type, server.address());
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method method(Class<?> api, String name) {
    return List.of(api.getMethods()).stream()
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Path[] paths(Path classes) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(classes + File.pathSeparator + modulePath())
        .map(Path::of)
        .toArray(Path[]::new);
  }

  private static String modulePath() {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(
            jar ->
                Path.of(jar)
                    .getFileName()
                    .toString()
                    .matches("(feign-core|jackson-(core|databind|annotations)|jspecify)-.*"))
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElseThrow();
  }
}
