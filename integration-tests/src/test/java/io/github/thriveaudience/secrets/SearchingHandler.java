package io.github.thriveaudience.secrets;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Searches every log record and keeps those with a secret, and the canary's. The JDK's HTTP client
 * alone logs millions, too many to keep.
 */
public final class SearchingHandler extends Handler {
  static final Path KEPT = Path.of("target", "recorded-log.txt");

  private final Formatter formatter = new SimpleFormatter();
  private final PrintWriter kept;

  /** Called by the log manager, which finds the name of this class in its configuration. */
  public SearchingHandler() throws IOException {
    kept = new PrintWriter(Files.newBufferedWriter(KEPT), true);
    setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord record) {
    String text = formatter.formatMessage(record) + thrown(record.getThrown());
    if (Secrets.areIn(text) || CanaryTest.NAME.equals(record.getLoggerName())) {
      kept.println(record.getLoggerName() + ": " + text);
    }
  }

  private static String thrown(Throwable thrown) {
    StringWriter text = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }

  @Override
  public void flush() {
    kept.flush();
  }

  @Override
  public void close() {
    kept.close();
  }
}
