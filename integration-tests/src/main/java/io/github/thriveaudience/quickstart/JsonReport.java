package io.github.thriveaudience.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.thriveaudience.model.AudienceMember;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints one array, a member per line with unknown fields, and nothing else. */
final class JsonReport implements Report {
  private static final ObjectWriter MEMBER =
      JsonMapper.builder().build().writerFor(AudienceMember.class);

  private final PrintStream out;
  private String separator = "[\n";

  JsonReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void page(List<AudienceMember> members) {
    for (AudienceMember member : members) {
      out.print(separator + json(member));
      separator = ",\n";
    }
  }

  @Override
  public void end(Totals totals) {
    out.print(totals.members() == 0 ? "[]\n" : "\n]\n");
  }

  static String json(@Nullable AudienceMember member) {
    try {
      return MEMBER.writeValueAsString(member);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
