/** Lists an audience. */
module com.example.runtimeimage {
  requires io.github.thriveaudience;
}
