// Initializer type mismatch: expected 'Any', actual 'Any?'.
fun locale(member: io.github.thriveaudience.model.AudienceMember): String {
    val locale: Any = member.additionalProperties().getValue("locale") // here
    return locale.toString()
}
