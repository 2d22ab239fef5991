module com.example.modules {
  requires com.fasterxml.jackson.databind;
  requires com.google.gson;
  requires io.github.thriveaudience;
  requires tools.jackson.databind;
}
