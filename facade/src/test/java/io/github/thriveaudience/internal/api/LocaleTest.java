package io.github.thriveaudience.internal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.internal.call.Calls;
import io.github.thriveaudience.internal.response.Decoding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and parsing do not depend on the default locale. */
class LocaleTest {
  private static final Locale BEFORE = Locale.getDefault();

  private static final String TWO_LINES = "{\"results\":[],\n  jane}";

  @AfterEach
  void restore() {
    Locale.setDefault(BEFORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ar-EG", "th-TH-u-nu-thai", "th-TH-u-ca-buddhist", "hi-IN-u-nu-deva", "tr-TR"})
  void doesNotChangeMessages(String tag) {
    Locale.setDefault(Locale.ROOT);
    List<String> expected = messages();

    Locale.setDefault(Locale.forLanguageTag(tag));

    assertThat(messages()).isEqualTo(expected).allMatch(text -> text.matches("\\p{ASCII}+"));
  }

  private static List<String> messages() {
    List<String> messages = new ArrayList<>();
    IntStream.of(300, 304, 307, 400, 404, 414, 429, 503)
        .mapToObj(status -> ApiError.of(status).withRetryAfter(Duration.ofMinutes(5)))
        .forEach(error -> messages.add(MembersErrorMessages.of(Calls.OF_MEMBERS, error)));
    messages.add(failure(TWO_LINES));
    messages.add(failure("{\"results\":[],\"x\":" + "1".repeat(2000)));
    messages.add(failure("{\"results\":\"" + "1".repeat(1 << 20)));
    messages.add(encoded("GZIP, BR-IDENTITY"));
    messages.add(Decoding.retryAfter("Wed, 21 Oct 2026 07:28:00 GMT"));
    messages.add(Decoding.retryAfter("Wednesday, 21-Oct-26 07:28:00 GMT"));
    messages.add(Decoding.retryAfter("120"));
    return messages;
  }

  private static String failure(String body) {
    return catchThrowable(() -> Decoding.page(body)).getMessage();
  }

  private static String encoded(String encodings) {
    return catchThrowable(
            () ->
                Decoding.page(
                    Map.of(
                        "Content-Encoding",
                        List.of(encodings),
                        "Content-Type",
                        List.of("TEXT/HTML")),
                    TWO_LINES.getBytes(UTF_8)))
        .getMessage();
  }
}
