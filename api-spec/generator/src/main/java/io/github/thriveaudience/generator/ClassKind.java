package io.github.thriveaudience.generator;

/** What becomes of a schema of the spec that has a name. */
enum ClassKind {
  /** An object with named fields. */
  RECORD,
  /** A scalar with known values. */
  ENUM,
  /** Alternatives that a field tells apart. */
  UNION,
  /** Anything else: its type stands where the schema is used. */
  NONE
}
