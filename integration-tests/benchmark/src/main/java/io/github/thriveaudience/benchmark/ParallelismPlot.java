package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;

/** Draws the time of a listing over the number of pages in flight, as SVG. */
final class ParallelismPlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 70;
  private static final int RIGHT = 600;
  private static final int TOP = 60;
  private static final int BOTTOM = 300;
  private static final int LINES = 4;

  private final StringBuilder svg = new StringBuilder();
  private final Map<Integer, Double> millis;
  private final double loop;
  private final double top;

  private ParallelismPlot(double loop, Map<Integer, Double> millis) {
    this.loop = loop;
    this.millis = millis;
    this.top = Math.ceil(1.1 * Math.max(loop, Collections.max(millis.values())) / 400) * 400;
  }

  /**
   * Draws the plot.
   *
   * @param loop the time of the hand-written loop, in milliseconds
   * @param millis the time of this client by its parallelism, in ascending order
   */
  static void write(Path file, double loop, Map<Integer, Double> millis) throws IOException {
    Files.writeString(file, new ParallelismPlot(loop, millis).draw());
  }

  private String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"13\">",
        WIDTH, HEIGHT);
    // A background, since the surrounding page may be dark.
    add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
    text(LEFT, 30, "start", "Time to list 100,000 members, 20 ms of server delay a page");
    text((LEFT + RIGHT) / 2.0, HEIGHT - 15, "middle", "pages in flight");
    addScale();
    addLoop();
    addCurve();
    return svg.append("</svg>\n").toString();
  }

  private void addScale() {
    for (int i = 0; i <= LINES; i++) {
      double value = top * i / LINES;
      line(y(value), "#dddddd", "");
      text(LEFT - 8, y(value) + 4, "end", seconds(value));
    }
  }

  private void addLoop() {
    line(y(loop), "#c0392b", " stroke-dasharray=\"6 4\"");
    text(RIGHT, y(loop) - 6, "end", "hand-written loop: " + seconds(loop));
  }

  private void addCurve() {
    StringBuilder points = new StringBuilder();
    millis.forEach((pages, time) -> points.append(format("%.1f,%.1f ", x(pages), y(time))));
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"#1f6fb2\" stroke-width=\"2\"/>",
        points.toString().strip());
    millis.forEach(this::addPoint);
  }

  private void addPoint(int pages, double time) {
    add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1f6fb2\"/>", x(pages), y(time));
    // To the upper right, where a falling curve leaves space.
    text(x(pages) + 7, y(time) - 7, "start", seconds(time));
    text(x(pages), BOTTOM + 20, "middle", String.valueOf(pages));
  }

  private void line(double y, String colour, String style) {
    add(
        "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\"%s/>",
        LEFT, y, RIGHT, y, colour, style);
  }

  private void text(double x, double y, String anchor, String text) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
  }

  private void add(String format, Object... values) {
    svg.append(format(format, values)).append('\n');
  }

  /** Each step doubles the pages, so the steps are equal. */
  private static double x(int pages) {
    return LEFT + 30 + Math.log(pages) / Math.log(16) * (RIGHT - LEFT - 60);
  }

  private double y(double time) {
    return BOTTOM - time / top * (BOTTOM - TOP);
  }

  private static String seconds(double millis) {
    return format("%.2f s", millis / 1000);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
