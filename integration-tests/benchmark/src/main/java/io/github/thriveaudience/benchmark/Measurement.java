package io.github.thriveaudience.benchmark;

/** One quantity that the benchmark measures for all clients. */
interface Measurement {

  Section measure(Workspace workspace, String baseUri) throws Exception;
}
