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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Markdown file consists of, as far as tests want to know. */
final class Markdown {
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");
  private static final Pattern LINK = Pattern.compile("]\\(([^()\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  private final Path file;
  private final List<String> headings = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  /** The lines outside of blocks, by the heading that they stand under. */
  private final Map<String, List<String>> text = new HashMap<>();

  private final Map<String, Integer> blocksSoFar = new HashMap<>();
  private String heading = "";

  private Markdown(Path file) {
    this.file = file;
  }

  static Markdown read(Path file) throws IOException {
    Markdown markdown = new Markdown(file);
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
    int number = blocksSoFar.merge(heading + "\n" + language, 1, Integer::sum);
    blocks.add(new Block(heading, number, language, String.join("\n", lines)));
  }

  private void addLine(String line) {
    HEADING
        .matcher(line)
        .results()
        .filter(found -> found.start() == 0)
        .forEach(
            found -> {
              heading = found.group(1);
              headings.add(heading);
            });
    text.computeIfAbsent(heading, under -> new ArrayList<>()).add(line);
  }

  Path file() {
    return file;
  }

  List<Block> blocks() {
    return blocks;
  }

  Stream<Block> blocks(String language) {
    return blocks.stream().filter(block -> block.language().equals(language));
  }

  /** The first cells of the rows of the table under a heading. */
  List<String> firstCells(String under) {
    return text.getOrDefault(under, List.of()).stream()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> line.split("\\|", 3)[1].strip())
        .toList();
  }

  /** Where links lead, and pictures come from. */
  List<String> links() {
    return text.values().stream()
        .flatMap(List::stream)
        .map(line -> CODE.matcher(line).replaceAll("code"))
        .flatMap(line -> LINK.matcher(line).results())
        .map(found -> found.group(1))
        .toList();
  }

  /** What is set as code within a text. */
  static List<String> code(String text) {
    return CODE.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(code -> code.substring(1, code.length() - 1))
        .toList();
  }

  /** The names under which headings can be linked to. */
  List<String> anchors() {
    return headings.stream().map(Markdown::anchor).collect(Collectors.toList());
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
