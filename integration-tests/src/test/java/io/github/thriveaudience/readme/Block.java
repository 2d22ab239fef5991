package io.github.thriveaudience.readme;

/**
 * A block of code in a text for people.
 *
 * @param place the heading or the file that it stands under
 * @param number which one of its language it is there, counted from 1
 */
record Block(String place, int number, String language, String text) {

  /** What a test calls it. */
  String name() {
    return place + ", " + language + " " + number;
  }
}
