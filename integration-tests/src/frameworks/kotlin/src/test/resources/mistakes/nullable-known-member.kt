// Only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type 'AudienceMember?'.
fun reference(known: io.github.thriveaudience.listing.KnownMembers): String? {
    return known.member("id-1").reference() // here
}
