module com.example.modules {
  requires io.github.thriveaudience;
}
