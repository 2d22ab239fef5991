package com.example.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values come back equal from caches when everything is a module. */
class KeepValuesTest {
  @Test
  void comeBackEqual() throws Exception {
    List<String> expected = new ArrayList<>(Collections.nCopies(5 * 4, "equal"));
    expected.add("1{unheardOf=[1]}");

    assertEquals(expected, ModulePath.run(KeepValues.class));
  }
}
