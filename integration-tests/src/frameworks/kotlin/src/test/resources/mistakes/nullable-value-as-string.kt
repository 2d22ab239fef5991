// Return type mismatch: expected 'String', actual 'String?'.
fun address(member: io.github.thriveaudience.model.AudienceMember): String {
    return member.email() // here
}
