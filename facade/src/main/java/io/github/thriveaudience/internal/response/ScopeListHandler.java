package io.github.thriveaudience.internal.response;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a list of strings as the scopes of a token. Some authorization servers send a list in
 * place of one string with spaces (RFC 6749, section 3.3).
 */
final class ScopeListHandler extends DeserializationProblemHandler {

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType wanted,
      JsonToken token,
      JsonParser json,
      @Nullable String message)
      throws IOException {
    return token == JsonToken.START_ARRAY && wanted.hasRawClass(String.class) && isScope(json)
        ? joined(context, json)
        : NOT_HANDLED;
  }

  private static boolean isScope(JsonParser json) {
    JsonStreamContext object = json.getParsingContext().getParent();
    return "scope".equals(object.getCurrentName()) && object.getParent().inRoot();
  }

  private static String joined(DeserializationContext context, JsonParser json) throws IOException {
    StringJoiner scopes = new StringJoiner(" ");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(String.class, "a scope is no string");
      }
      scopes.add(json.getText());
    }
    return scopes.toString();
  }
}
