package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Schema;

/** What a schema says that does not change its type. */
final class Annotations {
  static final String LOGGABLE = "x-loggable";

  private Annotations() {}

  /** Copies what a schema says where it stands; it wins over what its target says. */
  static void copy(Schema<?> from, Schema<?> to) {
    if (from.getDescription() != null) {
      to.setDescription(from.getDescription());
    }
    if (Boolean.TRUE.equals(from.getDeprecated())) {
      to.setDeprecated(true);
    }
    if (Boolean.TRUE.equals(from.getReadOnly())) {
      to.setReadOnly(true);
    }
    if (Boolean.TRUE.equals(from.getWriteOnly())) {
      to.setWriteOnly(true);
    }
    if (from.getDefault() != null) {
      setDefault(from, to);
    }
    if (Schemas.allowsNull(from)) {
      to.setNullable(true);
    }
    if (Schemas.extension(from, LOGGABLE) != null) {
      to.addExtension(LOGGABLE, Schemas.extension(from, LOGGABLE));
    }
  }

  private static void setDefault(Schema<?> from, Schema<?> to) {
    @SuppressWarnings("unchecked")
    Schema<Object> any = (Schema<Object>) to;
    any.setDefault(from.getDefault());
  }
}
