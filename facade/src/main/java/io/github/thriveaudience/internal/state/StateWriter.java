package io.github.thriveaudience.internal.state;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a state as lines of JSON: a header, and a line a member. */
final class StateWriter {
  private StateWriter() {}

  static void write(OutputStream out, StateHeader header, Iterable<AudienceMember> members)
      throws IOException {
    JsonGenerator json = StateFormat.JSON.createGenerator(out);
    write(json, header);
    for (AudienceMember member : members) {
      write(json, member, header.idsOnly());
    }
    json.writeRaw('\n');
    json.flush();
  }

  private static void write(JsonGenerator json, StateHeader header) throws IOException {
    json.writeStartObject();
    json.writeStringField(StateFormat.FORMAT, StateFormat.NAME);
    json.writeNumberField(StateFormat.VERSION_FIELD, StateFormat.VERSION);
    json.writeStringField(StateFormat.AUDIENCE, header.audience());
    json.writeStringField(StateFormat.ENVIRONMENT, header.environment());
    json.writeStringField(StateFormat.READ_AT, header.readAt());
    json.writeStringField(StateFormat.VERDICT, header.verdict());
    json.writeBooleanField(StateFormat.IDS_ONLY, header.idsOnly());
    json.writeNumberField(StateFormat.MEMBERS, header.members());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AudienceMember member, boolean idsOnly)
      throws IOException {
    json.writeStartObject();
    json.writeStringField(StateFormat.USER_ID, member.userId());
    if (!idsOnly) {
      json.writeStringField(StateFormat.REFERENCE, member.reference());
      json.writeStringField(StateFormat.EMAIL, member.email());
    }
    json.writeEndObject();
  }
}
