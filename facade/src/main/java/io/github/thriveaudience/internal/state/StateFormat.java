package io.github.thriveaudience.internal.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadFeature;

/** The names in the file, and Jackson as the file needs it. */
final class StateFormat {
  static final int VERSION = 1;

  static final String FORMAT = "format";
  static final String NAME = "thrive-membership-state";
  static final String VERSION_FIELD = "version";
  static final String AUDIENCE = "audience";
  static final String ENVIRONMENT = "environment";
  static final String READ_AT = "readAt";
  static final String VERDICT = "verdict";
  static final String IDS_ONLY = "idsOnly";
  static final String MEMBERS = "members";

  static final String USER_ID = "userId";
  static final String REFERENCE = "reference";
  static final String EMAIL = "email";

  /** UTF-8 is not guessed: a file in another charset is none of ours. */
  static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .rootValueSeparator("\n")
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private StateFormat() {}
}
