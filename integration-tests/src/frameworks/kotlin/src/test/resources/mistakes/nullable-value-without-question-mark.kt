// Only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type 'String?'.
fun length(member: io.github.thriveaudience.model.AudienceMember): Int {
    return member.reference().length // here
}
