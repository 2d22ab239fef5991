package io.github.thriveaudience.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Records what is logged under a name at every level until it is closed. */
final class RecordedLog extends Handler implements AutoCloseable {
  /** A line, with the exception if there is one. */
  record Line(String logger, Level level, String text) {}

  final List<Line> lines = new CopyOnWriteArrayList<>();

  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Logger logger;
  private final Level before;

  private RecordedLog(String name) {
    logger = Logger.getLogger(name);
    before = logger.getLevel();
    logger.setLevel(Level.ALL);
    setLevel(Level.ALL);
    logger.addHandler(this);
  }

  static RecordedLog ofEverything() {
    return new RecordedLog("");
  }

  static RecordedLog ofTheClient() {
    return new RecordedLog("io.github.thriveaudience.client");
  }

  List<String> at(Level level) {
    return lines.stream().filter(line -> line.level().equals(level)).map(Line::text).toList();
  }

  @Override
  public void publish(LogRecord record) {
    String thrown = record.getThrown() == null ? "" : " " + record.getThrown();
    lines.add(
        new Line(
            record.getLoggerName(), record.getLevel(), formatter.formatMessage(record) + thrown));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(before);
  }
}
