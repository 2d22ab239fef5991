package io.github.thriveaudience.internal.response;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.Serial;

/** A number is out of range. */
final class NumberOutOfRangeException extends JsonMappingException {
  @Serial private static final long serialVersionUID = 1L;

  NumberOutOfRangeException(JsonParser json) {
    super(json, "beyond what can be counted with");
  }
}
