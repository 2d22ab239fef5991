package io.github.thriveaudience.guard.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The entries of a jar, to find the entries in which two jars differ.
 *
 * @param name the file's name
 * @param entries the entries, in their order
 */
record JarContents(String name, Map<String, Entry> entries) {
  /** An entry; the time is local, since archives store no time zone. */
  private record Entry(ByteBuffer content, LocalDateTime time) {}

  static JarContents of(String name, byte[] jar) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(
            entry.getName(), new Entry(ByteBuffer.wrap(zip.readAllBytes()), entry.getTimeLocal()));
      }
    }
    return new JarContents(name, entries);
  }

  /** The differences between two jars whose bytes differ; never empty. */
  List<String> differencesTo(JarContents other) {
    TreeSet<String> names = new TreeSet<>(entries.keySet());
    names.addAll(other.entries.keySet());
    List<String> differences = new ArrayList<>();
    names.forEach(entry -> compare(entry, other, differences));
    return differences.isEmpty() ? List.of(name + ": " + overall(other)) : differences;
  }

  private void compare(String entry, JarContents other, List<String> differences) {
    Entry here = entries.get(entry);
    Entry there = other.entries.get(entry);
    if (here == null || there == null) {
      differences.add(name + ": " + entry + ": in one jar only");
    } else if (!here.content.equals(there.content)) {
      differences.add(name + ": " + entry + ": different bytes");
    } else if (!here.time.equals(there.time)) {
      differences.add(name + ": " + entry + ": time " + here.time + " and " + there.time);
    }
  }

  private String overall(JarContents other) {
    boolean inOrder = List.copyOf(entries.keySet()).equals(List.copyOf(other.entries.keySet()));
    return inOrder
        ? "the permissions or the compression of the entries"
        : "the order of the entries";
  }
}
