package io.github.thriveaudience.generator;

import org.openapitools.codegen.languages.JavaClientCodegen;

/** Prepares the contract for the templates: what they cannot decide is decided here. */
public final class ClientCodegen extends JavaClientCodegen {

  /** For openapi-generator, which makes it. */
  public ClientCodegen() {}

  @Override
  public String getName() {
    return "thrive-audience";
  }
}
