package io.github.thriveaudience.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.thriveaudience.internal.config.SecretFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A file that holds a secret, such as one that an orchestrator mounts.
 *
 * @param rule throws an {@link IllegalArgumentException} that quotes nothing of the secret
 */
record SecretFile(Path path, UnaryOperator<String> rule) {
  private static final int MAX_SIZE = 64 * 1024;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /**
   * Reads the secret.
   *
   * @throws SecretFileException if that fails, or the file cannot be a secret
   */
  String read() {
    try {
      return checked(withoutLineBreak(decoded(bytes())));
    } catch (IllegalArgumentException e) {
      throw failure("cannot be used: " + e.getMessage(), new IOException(e.getMessage()));
    } catch (NoSuchFileException e) {
      throw failure("does not exist", e);
    } catch (AccessDeniedException e) {
      throw failure("cannot be read: permission denied", e);
    } catch (CharacterCodingException e) {
      throw failure("is not UTF-8", e);
    } catch (IOException e) {
      throw failure("cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private byte[] bytes() throws IOException {
    if (Files.isDirectory(path)) {
      throw new IllegalArgumentException("it is a directory");
    }
    try (InputStream file = Files.newInputStream(path)) {
      byte[] bytes = file.readNBytes(MAX_SIZE + 1);
      if (bytes.length > MAX_SIZE) {
        throw new IllegalArgumentException("it is larger than 64 KiB");
      }
      return bytes;
    }
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Editors and {@code echo} add one. What else is there may belong to the secret. */
  private static String withoutLineBreak(String content) {
    int end = content.length();
    if (content.endsWith("\n")) {
      end -= content.endsWith("\r\n") ? 2 : 1;
    }
    return content.substring(0, end);
  }

  private String checked(String secret) {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    if (secret.charAt(0) == BYTE_ORDER_MARK) {
      throw new IllegalArgumentException("it begins with a byte order mark");
    }
    if (secret.indexOf('\n') >= 0 || secret.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("it has more than one line");
    }
    return rule.apply(secret);
  }

  private SecretFileException failure(String problem, IOException cause) {
    return new SecretFileException("The file " + path + ' ' + problem + '.', cause);
  }

  /** Shows the path alone. */
  @Override
  public String toString() {
    return path.toString();
  }
}
