package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.internal.call.SupplierFailures;
import io.github.thriveaudience.internal.config.SecretFileException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a supplier of credentials, and checks what it returns.
 *
 * @param supplier was given by the user
 * @param rules makes checked credentials of what the supplier returned, or throws an exception
 *     whose message names the rule
 * @param <C> the credentials that users know
 */
record SupplierAnswers<C>(
    Supplier<? extends C> supplier, Function<? super C, ? extends CheckedCredentials> rules) {
  /** What the supplier supplies, in messages. */
  static final String WHAT = "the credentials";

  /**
   * Asks the supplier.
   *
   * @param known what it returned before, or null
   * @throws SupplierFailedException if it fails, or returns what cannot be used
   */
  CheckedCredentials next(@Nullable CheckedCredentials known) {
    C answer = get();
    if (answer == null) {
      throw SupplierFailures.unusable(WHAT, "null", null);
    }
    if (known != null && !known.isOfSameKind(answer)) {
      throw ofAnother("they are of another kind");
    }
    CheckedCredentials checked = checked(answer);
    if (known != null && !known.tenantId().equals(checked.tenantId())) {
      // Without the Tenant IDs: by a mistake, one may be a secret.
      throw ofAnother("they have another Tenant ID");
    }
    return checked;
  }

  private static SupplierFailedException ofAnother(String what) {
    return SupplierFailures.unusable(
        WHAT, what + " than before: make another client for them", null);
  }

  private @Nullable C get() {
    try {
      return supplier.get();
    } catch (Error e) {
      throw e;
    } catch (SecretFileException e) {
      throw SupplierFailures.failedSince(WHAT, Objects.requireNonNull(e.getMessage()), e);
    } catch (Throwable e) { // Not every language checks exceptions.
      throw SupplierFailures.failed(WHAT, e);
    }
  }

  private CheckedCredentials checked(C answer) {
    try {
      return rules.apply(answer);
    } catch (RuntimeException e) {
      String rule = Objects.requireNonNullElse(e.getMessage(), e.getClass().getName());
      throw SupplierFailures.unusable(WHAT, rule, e);
    }
  }
}
