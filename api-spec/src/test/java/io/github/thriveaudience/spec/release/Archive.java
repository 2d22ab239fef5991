package io.github.thriveaudience.spec.release;

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
 * A jar, taken apart to say in which entry it differs from another.
 *
 * @param name the file's name
 * @param entries its entries, in their order
 */
record Archive(String name, Map<String, Entry> entries) {
  /** One entry; the time as it stands in the archive, which knows no time zone. */
  private record Entry(ByteBuffer content, LocalDateTime time) {}

  static Archive of(String name, byte[] jar) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(
            entry.getName(), new Entry(ByteBuffer.wrap(zip.readAllBytes()), entry.getTimeLocal()));
      }
    }
    return new Archive(name, entries);
  }

  /** Why two archives that are not the same bytes are not; never empty. */
  List<String> differencesTo(Archive other) {
    TreeSet<String> names = new TreeSet<>(entries.keySet());
    names.addAll(other.entries.keySet());
    List<String> differences = new ArrayList<>();
    names.forEach(entry -> compare(entry, other, differences));
    return differences.isEmpty() ? List.of(name + ": " + inWhole(other)) : differences;
  }

  private void compare(String entry, Archive other, List<String> differences) {
    Entry here = entries.get(entry);
    Entry there = other.entries.get(entry);
    if (here == null || there == null) {
      differences.add(name + ": " + entry + ": in one of them only");
    } else if (!here.content.equals(there.content)) {
      differences.add(name + ": " + entry + ": other bytes");
    } else if (!here.time.equals(there.time)) {
      differences.add(name + ": " + entry + ": time " + here.time + " and " + there.time);
    }
  }

  private String inWhole(Archive other) {
    boolean inOrder = List.copyOf(entries.keySet()).equals(List.copyOf(other.entries.keySet()));
    return inOrder ? "the entries' rights or the compression" : "the order of the entries";
  }
}
