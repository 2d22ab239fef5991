package io.github.thriveaudience.internal.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The calls that wait at a gate: a line for each owner, in which the oldest call comes first. The
 * owners take turns. Not thread-safe: the {@link Gate} guards it.
 */
final class WaitingLines {
  private final Map<CallOwner, TreeSet<Ticket>> lines = new LinkedHashMap<>();
  private long lastOrder;
  private int size;

  /** A call begins to wait: at the end of its line, or at its old place if it is a retry. */
  void enter(Ticket ticket) {
    if (ticket.order == 0) {
      ticket.order = ++lastOrder;
    }
    ticket.waiting = true;
    size++;
    lines.computeIfAbsent(ticket.owner, owner -> new TreeSet<>()).add(ticket);
  }

  /** A call waits no more. */
  void leave(Ticket ticket) {
    ticket.waiting = false;
    size--;
    lines.computeIfPresent(
        ticket.owner, (owner, line) -> line.remove(ticket) && line.isEmpty() ? null : line);
  }

  /** A call has its turn, and its owner the next one after all others. */
  void take(Ticket ticket) {
    leave(ticket);
    TreeSet<Ticket> rest = lines.remove(ticket.owner);
    if (rest != null) {
      lines.put(ticket.owner, rest);
    }
  }

  /** Gives a call that does not wait a place behind all others of its owner. */
  void putBehind(Ticket ticket) {
    ticket.order = ++lastOrder;
  }

  /** Whose turn it is among some calls, or null if none of them waits. */
  @Nullable Ticket first(Predicate<Ticket> among) {
    for (TreeSet<Ticket> line : lines.values()) {
      for (Ticket ticket : line) {
        if (among.test(ticket)) {
          return ticket;
        }
      }
    }
    return null;
  }

  void forEach(Consumer<Ticket> action) {
    lines.values().forEach(line -> line.forEach(action));
  }

  int size() {
    return size;
  }
}
