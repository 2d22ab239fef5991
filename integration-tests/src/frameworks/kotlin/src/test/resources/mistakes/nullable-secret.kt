// Argument type mismatch: actual type is 'String?', but 'String' was expected.
fun credentials(settings: Map<String, String>): io.github.thriveaudience.auth.Credentials {
    return io.github.thriveaudience.auth.Credentials.basic("tenant", settings["secret"]) // here
}
