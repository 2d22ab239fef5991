package io.github.thriveaudience.internal.state;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link StateWriter} wrote. Unknown fields are ignored: what a reader must understand
 * comes with a new version. No message quotes the file, as those of Jackson do.
 */
final class StateReader {
  private final StateInputStream in;
  private final JsonParser json;
  private final StateSink sink;
  private int line;

  private StateReader(StateInputStream in, JsonParser json, StateSink sink) {
    this.in = in;
    this.json = json;
    this.sink = sink;
  }

  /**
   * Reads a file to its end.
   *
   * @throws StateFileException if it is not a whole state
   */
  static void read(InputStream file, StateSink sink) throws IOException {
    StateInputStream in = new StateInputStream(file);
    try (JsonParser json = StateFormat.JSON.createParser(in)) {
      new StateReader(in, json, sink).read();
    } catch (IllegalArgumentException e) {
      throw StateFileException.damaged(e.getMessage());
    }
  }

  private void read() throws IOException {
    StateHeader header = HeaderLine.header(headerFields());
    sink.header(header);
    for (int read = 0; read < header.members(); read++) {
      FlatObject member = memberFields(read, header.members());
      sink.member("line " + line, member(member, header.idsOnly()));
    }
    if (next() != null) {
      throw StateFileException.damaged("more follows its " + header.members() + " members");
    }
    if (!in.endsWithLineFeed()) {
      throw StateFileException.truncated("its last line is not ended");
    }
  }

  private FlatObject headerFields() throws IOException {
    line++;
    try {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        return FlatObject.read(json, "the first line");
      }
    } catch (JacksonException e) {
      throw StateFileException.noState();
    }
    throw in.isEmpty() ? StateFileException.empty() : StateFileException.noState();
  }

  private FlatObject memberFields(int read, int expected) throws IOException {
    line++;
    JsonToken start = next();
    if (start == null) {
      throw StateFileException.truncated("it has " + read + " of " + expected + " members");
    }
    if (start != JsonToken.START_OBJECT) {
      throw StateFileException.damaged("line " + line + " is not a member");
    }
    try {
      return FlatObject.read(json, "line " + line);
    } catch (JacksonException e) {
      throw unreadable();
    }
  }

  private @Nullable JsonToken next() throws IOException {
    try {
      return json.nextToken();
    } catch (JacksonException e) {
      throw unreadable();
    }
  }

  private StateFileException unreadable() {
    return in.hasEnded() && !in.endsWithLineFeed()
        ? StateFileException.truncated("it ends in line " + line)
        : StateFileException.damaged("line " + line + " is not valid JSON");
  }

  private static AudienceMember member(FlatObject fields, boolean idsOnly) {
    AudienceMember.Builder member =
        AudienceMember.builder().userId(fields.requiredText(StateFormat.USER_ID));
    if (!idsOnly) {
      member.reference(fields.text(StateFormat.REFERENCE)).email(fields.text(StateFormat.EMAIL));
    }
    return member.build();
  }
}
