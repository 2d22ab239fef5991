package io.github.thriveaudience.readme;

/**
 * A fenced code block of a Markdown file, or a snippet of a Javadoc.
 *
 * @param place the heading or the file that it stands under
 * @param number its number among the blocks of its language there, from 1
 */
record Block(String place, int number, String language, String text) {

  String name() {
    return place + ", " + language + " " + number;
  }
}
