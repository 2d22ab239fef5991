package io.github.thriveaudience.benchmark;

/** One of the things that are measured. */
interface Part {

  Section measure(Workspace workspace, String baseUri) throws Exception;
}
