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
 * Searches every log record and writes those with a secret, and those of {@link SentinelTest}, to a
 * file. The JDK's HTTP client alone logs millions of records, too many to write.
 */
public final class SearchingHandler extends Handler {
  static final Path MATCHES = Path.of("target", "recorded-log.txt");

  /** Logs the whole spec, whose examples have the published secret of the stubs. */
  private static final String SPEC_PARSER = "io.swagger.v3.parser.";

  private final Formatter formatter = new SimpleFormatter();
  private final PrintWriter matches;

  /** The log manager calls this by reflection. */
  public SearchingHandler() throws IOException {
    matches = new PrintWriter(Files.newBufferedWriter(MATCHES), true);
    setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord record) {
    String logger = String.valueOf(record.getLoggerName());
    if (logger.startsWith(SPEC_PARSER)) {
      return;
    }
    String text = formatter.formatMessage(record) + thrown(record.getThrown());
    if (Secrets.foundIn(text) || SentinelTest.NAME.equals(logger)) {
      matches.println(logger + ": " + text);
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
    matches.flush();
  }

  @Override
  public void close() {
    matches.close();
  }
}
