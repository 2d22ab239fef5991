package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.HeaderRules;
import io.github.thriveaudience.internal.call.HeaderSource;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.call.SupplierFailures;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The headers that users gave to the builder. It is no record: that would show the values. For one
 * thread until it is used for requests.
 */
public final class GivenHeaders implements HeaderSource {
  /** The innermost supplier that the thread is in. */
  private static final ThreadLocal<@Nullable Ask> RUNNING = new ThreadLocal<>();

  private final Map<String, Supplier<@Nullable String>> ofApi;
  private final Map<String, Supplier<@Nullable String>> ofTokens;

  /** No headers yet. */
  public GivenHeaders() {
    this(Map.of(), Map.of());
  }

  private GivenHeaders(
      Map<String, Supplier<@Nullable String>> ofApi,
      Map<String, Supplier<@Nullable String>> ofTokens) {
    this.ofApi = copy(ofApi);
    this.ofTokens = copy(ofTokens);
  }

  private static Map<String, Supplier<@Nullable String>> copy(
      Map<String, Supplier<@Nullable String>> headers) {
    Map<String, Supplier<@Nullable String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    return copy;
  }

  /** These headers, which later changes do not affect. */
  public GivenHeaders copy() {
    return new GivenHeaders(ofApi, ofTokens);
  }

  /**
   * Sets a header of requests to the API, in place of an earlier one of that name.
   *
   * @param name was checked
   */
  public void set(String name, Supplier<@Nullable String> value) {
    replace(ofApi, name, value);
  }

  /**
   * Sets a header of requests for access tokens, in place of an earlier one of that name.
   *
   * @param name was checked
   */
  public void setOfTokens(String name, Supplier<@Nullable String> value) {
    replace(ofTokens, name, value);
  }

  /** Sends the name as it was given last. */
  private static void replace(
      Map<String, Supplier<@Nullable String>> headers,
      String name,
      Supplier<@Nullable String> value) {
    headers.remove(name);
    headers.put(name, value);
  }

  @Override
  public void addTo(BiConsumer<String, String> headers, CallContext call) {
    boolean isForToken = call.call().operation() == Operation.REQUEST_TOKEN;
    Map<String, Supplier<@Nullable String>> given = isForToken ? ofTokens : ofApi;
    for (Map.Entry<String, Supplier<@Nullable String>> header : given.entrySet()) {
      Ask ask = new Ask("the header " + header.getKey(), this, isForToken, RUNNING.get());
      String value = value(ask, header.getValue());
      if (value != null) {
        headers.accept(header.getKey(), value);
      }
    }
  }

  /**
   * Checks that the calling thread is not in one of the suppliers.
   *
   * @throws io.github.thriveaudience.error.SupplierFailedException if it is: the supplier would ask
   *     itself, without end
   */
  void requireOutside() {
    for (Ask ask = RUNNING.get(); ask != null; ask = ask.outer) {
      if (ask.asking == this) {
        ask.recursive = true;
        throw SupplierFailures.recursive(ask.what, null);
      }
    }
  }

  /** A retry would ask a supplier again that has just failed, so its failure is final. */
  private static @Nullable String value(Ask ask, Supplier<@Nullable String> supplier) {
    String value = ask.of(supplier);
    String fault = value == null ? null : HeaderRules.faultOf(value);
    if (fault != null) {
      throw new NonRetryableException(
          SupplierFailures.unusable(ask.what, "the value " + fault, null));
    }
    return value;
  }

  /** One call of a supplier. */
  private static final class Ask {
    private final String what;
    private final GivenHeaders asking;

    /** On a thread of the client: whoever waits for the token was not interrupted. */
    private final boolean isForToken;

    private final @Nullable Ask outer;
    private boolean recursive;

    Ask(String what, GivenHeaders asking, boolean isForToken, @Nullable Ask outer) {
      this.what = what;
      this.asking = asking;
      this.isForToken = isForToken;
      this.outer = outer;
    }

    @Nullable String of(Supplier<@Nullable String> supplier) {
      RUNNING.set(this);
      try {
        return supplier.get();
      } catch (Error e) {
        throw e;
      } catch (Throwable e) { // Not every language checks exceptions.
        throw new NonRetryableException(failure(e));
      } finally {
        leave();
      }
    }

    private ThriveException failure(Throwable thrown) {
      if (!isForToken && SupplierFailures.isInterruption(thrown)) {
        return SupplierFailures.interrupted(what, thrown);
      }
      return recursive
          ? SupplierFailures.recursive(what, thrown)
          : SupplierFailures.failed(what, thrown);
    }

    private void leave() {
      if (outer == null) {
        RUNNING.remove();
      } else {
        RUNNING.set(outer);
      }
    }
  }
}
