package io.github.thriveaudience.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** squid as a forward proxy. */
final class Squid implements AutoCloseable {
  private static final String BASIC =
      """
      auth_param basic program %s %s
      auth_param basic realm test
      acl known proxy_auth REQUIRED
      http_access allow known
      http_access deny all
      """;

  /** A line of its access log; the headers are those that it received. */
  record Access(String method, String target, int status, String user, String headers) {
    private static Access parse(String line) {
      String[] fields = line.split(" ", 5);
      return new Access(
          fields[0], fields[1], Integer.parseInt(fields[2]), fields[3], decoded(fields[4]));
    }
  }

  private static String decoded(String headers) {
    return URLDecoder.decode(headers.replace("+", "%2B"), UTF_8);
  }

  private final ServerProcess process;
  private final @Nullable Path passwords;

  private Squid(String rules, @Nullable Path passwords) {
    this.passwords = passwords;
    int port = ServerProcess.freePort();
    process =
        new ServerProcess(
            ServerProcess.folder("squid.conf", Map.of("port", "" + port, "rules", rules)),
            port,
            ServerProcess.program("squid").orElseThrow().toString(),
            "-N",
            "-f",
            "squid.conf");
  }

  /** Allows everyone. */
  static Squid allowingAll() {
    return new Squid("http_access allow all", null);
  }

  /** Denies everyone. */
  static Squid denyingAll() {
    return new Squid("http_access deny all", null);
  }

  /** Allows one user, by HTTP Basic. */
  static Squid forUser(String user, String password) {
    try {
      // Outside target: squid's helper runs without root privileges and might not reach it.
      Path passwords =
          Files.createTempFile(
              "squid-passwords-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
      Files.writeString(passwords, user + ":" + hash(password) + "\n");
      return new Squid(BASIC.formatted(helper(), passwords), passwords);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one format of the helper that needs no library. Without salt, fit for tests only. */
  private static String hash(String password) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(password.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In the folders of the usual packages. */
  private static Path helper() {
    return List.of("/usr/lib/squid", "/usr/lib64/squid", "/usr/libexec/squid", "/usr/local/libexec")
        .stream()
        .map(folder -> Path.of(folder, "basic_ncsa_auth"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  int port() {
    return process.port;
  }

  /** Stops, then returns the complete log. */
  List<Access> endAndLog() {
    process.stop("TERM");
    return process.output().stream()
        .map(Access::parse)
        // Without the connections that checked whether it accepts any.
        .filter(access -> !access.method().equals("NONE") && !access.method().equals("-"))
        .toList();
  }

  @Override
  public void close() {
    process.close();
    try {
      if (passwords != null) {
        Files.delete(passwords);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
