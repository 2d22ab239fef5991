package io.github.thriveaudience.guard.contract;

/** What a change does to the code and the tests of users. Empty where it does nothing to them. */
final class Consequence {
  static final String FIELD_ADDED =
      "The record gets a component and a method of its builder. Code and tests compile and run as"
          + " before, unless they call the record's constructor. The value leaves"
          + " `additionalProperties()`.";
  static final String REQUEST_FIELD_ADDED =
      "Nothing, until the facade sends it. The record gets a component and a method of its builder.";
  static final String FIELD_REQUIRED =
      "Tests that build the record without the field fail with a NullPointerException. A response"
          + " without it, of a stub or of the API, is a MalformedResponseException: require it only"
          + " when every server sends it.";
  static final String CAN_BE_NULL =
      "The accessor can return null: code that does not expect it fails with a"
          + " NullPointerException.";
  static final String FIELD_REMOVED =
      "The record loses the component: code and tests that read or build it do not compile. What"
          + " the API still sends is in `additionalProperties()`.";
  static final String ENUM_GROWS =
      "Code and tests run as before: an enum is an open set, and the client could read the value"
          + " already. Code that has a case for each value lacks one.";
  static final String ENUM_SHRINKS =
      "A constant is gone: code and tests that name it do not compile.";
  static final String TYPE =
      "The Java type changes: code and tests that read or build the value do not compile.";
  static final String VARIANT_ADDED =
      "Code that handles each variant meets one that it does not know; where the variants are a"
          + " sealed interface, an exhaustive `switch` does not compile.";
  static final String VARIANT_REMOVED =
      "Code and tests that name the variant do not compile, or wait for what never comes.";
  static final String RENAMED =
      "Nothing changes on the wire. The Java record has another name: code and tests that name it"
          + " do not compile.";
  static final String RECORD_REMOVED =
      "The Java record is gone: code and tests that name it do not compile.";
  static final String DEPRECATED =
      "The Java is `@Deprecated`: code that calls it compiles with a warning, which `-Werror`"
          + " refuses.";
  static final String MASKED = "Only what `toString()` shows changes.";
  static final String RESPONSE_WIDER =
      "Nothing in the Java changes. Users can receive what the released contract rules out.";
  static final String RESPONSE_NARROWER =
      "Code runs as before. JSON of users' stubs that was valid can violate the contract now.";
  static final String REQUEST_WIDER = "Nothing: released clients do not use what is new.";
  static final String REQUEST_NARROWER =
      "Requests that the released contract allows can be refused.";
  static final String PARAMETER_ADDED =
      "Nothing, until the facade offers it. The generated interface has another parameter, which"
          + " the facade has to pass.";
  static final String PARAMETER_REQUIRED =
      "Requests of released clients, which do not send it, can be refused.";
  static final String REQUEST_REMOVED = "Released clients send what the server no longer takes.";
  static final String STATUS_ADDED =
      "Nothing has to change. An error is an UnexpectedStatusException until it has its own"
          + " exception.";

  static final String STATUS_REMOVED = "Code that handles the status never runs.";

  private Consequence() {}
}
