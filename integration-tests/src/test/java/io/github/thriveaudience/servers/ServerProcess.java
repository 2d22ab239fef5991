package io.github.thriveaudience.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process of a third-party server, with a folder under {@code target} and a free port of the
 * loopback interface. It ends with the test's JVM at the latest.
 */
final class ServerProcess implements AutoCloseable {
  private static final Path CONFIGURATIONS = Path.of("src/servers");
  private static final Path FOLDERS = Path.of("target/servers");
  private static final Pattern PLACEHOLDER = Pattern.compile("@([a-z]+)@");
  private static final String OUTPUT = "output.txt";
  private static final String ERRORS = "errors.txt";
  private static final int STARTS_WITHIN_SECONDS = 60;

  private final String[] command;
  private final Thread shutdownHook = new Thread(this::kill);
  final Path folder;
  final int port;
  private Process process;
  private boolean closed;

  /**
   * Starts a server and waits until it accepts connections.
   *
   * @param folder created by {@link #folder}
   * @param port where it listens
   */
  ServerProcess(Path folder, int port, String... command) {
    this.folder = folder;
    this.port = port;
    this.command = command;
    Runtime.getRuntime().addShutdownHook(shutdownHook);
    start();
  }

  /** A program on the path, or in the usual folders of system programs. */
  static Optional<Path> program(String name) {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator)),
            Stream.of("/usr/local/sbin", "/usr/sbin", "/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A new folder. */
  static Path folder(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(FOLDERS), name + "-")
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new folder with the configuration file of this name, its placeholders replaced. */
  static Path folder(String file, Map<String, String> values) {
    try {
      Path folder = folder(file);
      String text =
          PLACEHOLDER
              .matcher(Files.readString(CONFIGURATIONS.resolve(file)))
              .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
      Files.writeString(folder.resolve(file), text);
      for (String output : List.of(OUTPUT, ERRORS)) {
        // squid reopens them after it has dropped its root privileges.
        Files.setPosixFilePermissions(
            Files.createFile(folder.resolve(output)), PosixFilePermissions.fromString("rw-rw-rw-"));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A free port outside the ephemeral range: otherwise a client could take it while a server
   * restarts.
   */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException e) {
        // In use: try another one.
      }
    }
  }

  /** Starts it, or restarts it after {@link #stop} on the same port. Does nothing once closed. */
  synchronized void start() {
    if (closed) {
      return;
    }
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(OUTPUT).toFile()))
              .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve(ERRORS).toFile()))
              .start();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_WITHIN_SECONDS);
      while (!accepts()) {
        if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
          throw new IllegalStateException(String.join("\n", lines(ERRORS)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The lines of its standard output. */
  List<String> output() {
    return lines(OUTPUT);
  }

  /** The lines of a file in its folder. */
  List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a signal, such as TERM. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a signal and waits for the process to end. */
  void stop(String signal) {
    try {
      signal(signal);
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      kill();
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (process.isAlive()) {
      stop("TERM");
    }
    Runtime.getRuntime().removeShutdownHook(shutdownHook);
  }
}
