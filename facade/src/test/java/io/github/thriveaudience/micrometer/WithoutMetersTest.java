package io.github.thriveaudience.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.event.Span;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A tracer brings Micrometer's observations without its meters. */
class WithoutMetersTest {
  private final ClassLoader withoutMeters = new WithoutMeters();
  private final ObservationRegistry registry = ObservationRegistry.create();

  @Test
  void observesCallsWithoutMicrometersMeters() throws Exception {
    registry.observationConfig().observationHandler(context -> true);
    CallInfo call =
        CallInfo.of(Operation.LIST_MEMBERS, "PRODUCTION", "api.example.com", "correlation-1");

    Span.Scope current = listener().startCall(call, Span.none()).makeCurrent();
    Observation observation = Objects.requireNonNull(registry.getCurrentObservation());
    current.close();

    assertThat(observation.getContext().getName()).isEqualTo("thrive.client.calls");
    assertThatThrownBy(() -> withoutMeters.loadClass("io.micrometer.core.instrument.Timer"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  private ClientListener listener() throws Exception {
    Class<?> listener = withoutMeters.loadClass(ObservationListener.class.getName());
    assertThat(listener).isNotEqualTo(ObservationListener.class);
    return (ClientListener)
        listener.getMethod("of", ObservationRegistry.class).invoke(null, registry);
  }

  /** Loads this package anew, so that it finds no meters. */
  private static final class WithoutMeters extends ClassLoader {
    WithoutMeters() {
      super(ObservationListener.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.micrometer.core.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith(ObservationListener.class.getPackageName() + ".")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = '/' + name.replace('.', '/') + ".class";
      try (InputStream code = ObservationListener.class.getResourceAsStream(file)) {
        byte[] bytes = Objects.requireNonNull(code).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
