package io.github.thriveaudience.internal.call;

/** Throws a failure of user code as it is, checked or not, rather than hidden in another one. */
public final class Unchanged {
  private Unchanged() {}

  /**
   * Throws the failure.
   *
   * @return never; for the compiler
   */
  public static RuntimeException thrown(Throwable failure) {
    throw Unchanged.<RuntimeException>as(failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E as(Throwable failure) throws E {
    throw (E) failure;
  }
}
