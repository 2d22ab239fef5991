package com.example.traces;

import org.junit.jupiter.api.Test;

/** Spans of a listener of the program's own, without Micrometer. */
class ListenerTest {
  @Test
  void hasOneTraceWithEachRequestOfItsOwn() {
    try (Spans spans = Spans.start()) {
      Night night =
          Night.run(
              spans,
              builder ->
                  builder
                      .taskDecorator(spans.tracing().currentTraceContext()::wrap)
                      .addListener(new BraveListener(spans.tracing())));

      night.assertNested("read audience", "LIST_MEMBERS", "REQUEST_TOKEN");
      night.assertOneTrace();
    }
  }
}
