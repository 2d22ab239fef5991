package io.github.thriveaudience.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The stubs of the API spec as files beside this class: in a folder or a jar, on the class path or
 * on the module path. WireMock finds no files of a named module.
 */
final class StubFiles {
  private static final String FOLDER = "stubs/mappings";

  private StubFiles() {}

  /** The contents of all files, as JSON. */
  static List<String> read() {
    URL neighbour = Objects.requireNonNull(StubFiles.class.getResource("openapi.yaml"));
    try {
      URI uri = neighbour.toURI();
      return "jar".equals(uri.getScheme()) ? inJar(uri) : in(Path.of(uri).resolveSibling(FOLDER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The resource is such as {@code jar:file:/the.jar!/openapi.yaml}. */
  private static List<String> inJar(URI resource) throws IOException {
    String[] parts = resource.getRawSchemeSpecificPart().split("!", 2);
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(parts[0])))) {
      return in(jar.getPath(parts[1]).resolveSibling(FOLDER));
    }
  }

  private static List<String> in(Path folder) throws IOException {
    List<String> contents = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        contents.add(Files.readString(file, UTF_8));
      }
    }
    return List.copyOf(contents);
  }
}
