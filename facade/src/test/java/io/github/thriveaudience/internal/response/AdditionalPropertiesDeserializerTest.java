package io.github.thriveaudience.internal.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of fields that the spec does not know. */
class AdditionalPropertiesDeserializerTest {
  private final JsonMapper deserializer =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addDeserializer(Object.class, new AdditionalPropertiesDeserializer()))
          .build();

  private final JsonMapper reference =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"text\"",
        "\"\"",
        "1",
        "-9223372036854775809",
        "0.1",
        "1E400",
        "true",
        "false",
        "null",
        "{\"a\":{\"b\":[1,{\"c\":null},[true,[]]]},\"d\":[false]}",
      })
  void areReadAsJacksonDoes(String json) throws JsonProcessingException {
    assertThat(deserializer.readValue(json, Object.class))
        .isEqualTo(reference.readValue(json, Object.class));
  }

  @Test
  void keepTheOrderOfTheirFields() throws JsonProcessingException {
    assertThat(deserializer.readValue("{\"z\":1,\"a\":2,\"m\":3}", Object.class))
        .hasToString("{z=1, a=2, m=3}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":1}", "[{\"b\":{\"a\":1,\"c\":2,\"a\":null}}]"})
  void rejectDuplicateFields(String json) {
    assertThatThrownBy(() -> deserializer.readValue(json, Object.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageStartingWith("a duplicate field");
  }
}
