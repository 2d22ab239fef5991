// Null cannot be a value of a non-null type 'String'.
fun read(thrive: io.github.thriveaudience.AudienceMembersClient) {
    thrive.members(null) // here
}
