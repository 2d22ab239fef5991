// Argument type mismatch: actual type is 'Map<String, KnownMembers?>'
fun changes(
    thrive: io.github.thriveaudience.AudienceMembersClient,
    known: Map<String, io.github.thriveaudience.listing.KnownMembers?>,
) {
    thrive.changesOfEach(known) // here
}
