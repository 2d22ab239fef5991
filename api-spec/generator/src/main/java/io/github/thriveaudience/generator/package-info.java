/** What openapi-generator lacks to generate the client; the templates are in generated-client. */
@NullMarked
package io.github.thriveaudience.generator;

import org.jspecify.annotations.NullMarked;
