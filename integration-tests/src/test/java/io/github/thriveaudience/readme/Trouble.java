package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Something that goes wrong for users. */
interface Trouble {

  /** Lets it go wrong, and returns what the user sees. */
  String seen(SnippetServer server) throws Exception;

  /** What is seen of an exception. */
  static String thrownBy(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    return thrown == null
        ? "nothing is thrown"
        : thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
  }
}
