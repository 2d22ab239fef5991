package io.github.thriveaudience.internal.state;

/** Reads the first line: the format and its version before all that depends on them. */
final class HeaderLine {
  private HeaderLine() {}

  static StateHeader header(FlatObject fields) throws StateFileException {
    if (!fields.has(StateFormat.FORMAT, StateFormat.NAME)) {
      throw StateFileException.noState();
    }
    int version = fields.number(StateFormat.VERSION_FIELD);
    if (version > StateFormat.VERSION) {
      throw StateFileException.newer(version);
    }
    int members = fields.number(StateFormat.MEMBERS);
    if (version < StateFormat.VERSION || members < 0) {
      throw StateFileException.noState();
    }
    return new StateHeader(
        fields.text(StateFormat.AUDIENCE),
        fields.text(StateFormat.ENVIRONMENT),
        fields.text(StateFormat.READ_AT),
        fields.text(StateFormat.VERDICT),
        fields.truth(StateFormat.IDS_ONLY),
        members);
  }
}
