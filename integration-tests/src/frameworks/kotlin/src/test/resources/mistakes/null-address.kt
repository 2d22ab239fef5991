// Null cannot be a value of a non-null type 'URI'.
fun builder() {
    io.github.thriveaudience.AudienceMembersClient.builder().baseUri(null) // here
}
