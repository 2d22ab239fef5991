package io.github.thriveaudience.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The headings, code blocks, tables and links of a Markdown file. */
final class Markdown {
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");
  private static final Pattern LINK = Pattern.compile("]\\(([^()\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  private final List<String> headings = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Integer> blockCounts = new HashMap<>();

  /** The lines outside of code blocks, by their heading. */
  private final Map<String, List<String>> lines = new HashMap<>();

  private String heading = "";

  private Markdown() {}

  static Markdown read(Path file) throws IOException {
    Markdown markdown = new Markdown();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
        markdown.addBlock(line.substring(3), lines.subList(i + 1, end));
        i = end;
      } else {
        markdown.addLine(line);
      }
    }
    return markdown;
  }

  private void addBlock(String language, List<String> lines) {
    int number = blockCounts.merge(heading + "\n" + language, 1, Integer::sum);
    blocks.add(new Block(heading, number, language, String.join("\n", lines)));
  }

  private void addLine(String line) {
    Matcher found = HEADING.matcher(line);
    if (found.matches()) {
      heading = found.group(1);
      headings.add(heading);
    }
    lines.computeIfAbsent(heading, under -> new ArrayList<>()).add(line);
  }

  List<Block> blocks() {
    return blocks;
  }

  Stream<Block> blocks(String language) {
    return blocks.stream().filter(block -> block.language().equals(language));
  }

  /** The first cell of each row of the tables under a heading. */
  List<String> firstCells(String heading) {
    return lines.getOrDefault(heading, List.of()).stream()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> line.split("\\|", 3)[1].strip())
        .toList();
  }

  /** The targets of links and images. */
  List<String> links() {
    return lines.values().stream()
        .flatMap(List::stream)
        .map(line -> CODE.matcher(line).replaceAll("code"))
        .flatMap(line -> LINK.matcher(line).results())
        .map(found -> found.group(1))
        .toList();
  }

  /** The names by which links refer to headings. */
  List<String> anchors() {
    return headings.stream().map(Markdown::anchor).toList();
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  /** The code spans of a text. */
  static List<String> code(String text) {
    return CODE.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(code -> code.substring(1, code.length() - 1))
        .toList();
  }
}
