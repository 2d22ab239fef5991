package io.github.thriveaudience.guard.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files of a release, as a repository would contain them.
 *
 * @param contents the contents of each file by its name
 */
record PublishedFiles(SortedMap<String, byte[]> contents) {
  private static final Pattern CHECKSUM = Pattern.compile("(.*)\\.(md5|sha1|sha256|sha512)");

  static PublishedFiles in(Path folder) throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    try (var files = Files.find(folder, 99, (file, what) -> what.isRegularFile())) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return new PublishedFiles(contents);
  }

  List<String> names() {
    return contents.keySet().stream().filter(name -> !isChecksum(name)).toList();
  }

  List<String> checksums() {
    return contents.keySet().stream().filter(PublishedFiles::isChecksum).toList();
  }

  /** Describes the differences; for a jar, names the entries that differ. */
  List<String> differencesTo(PublishedFiles other) throws IOException {
    TreeSet<String> names = new TreeSet<>(contents.keySet());
    names.addAll(other.contents.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      if (differs(name, other) && !followsFromAnother(name, other)) {
        differences.addAll(differences(name, other));
      }
    }
    return differences;
  }

  private boolean differs(String name, PublishedFiles other) {
    return !Arrays.equals(contents.get(name), other.contents.get(name));
  }

  private boolean followsFromAnother(String name, PublishedFiles other) {
    var checksum = CHECKSUM.matcher(name);
    return checksum.matches() && differs(checksum.group(1), other);
  }

  private List<String> differences(String name, PublishedFiles other) throws IOException {
    byte[] here = contents.get(name);
    byte[] there = other.contents.get(name);
    if (here == null || there == null) {
      return List.of(name + ": built once only");
    }
    return name.endsWith(".jar")
        ? JarContents.of(name, here).differencesTo(JarContents.of(name, there))
        : List.of(name + ": different bytes");
  }

  private static boolean isChecksum(String name) {
    return CHECKSUM.matcher(name).matches();
  }
}
