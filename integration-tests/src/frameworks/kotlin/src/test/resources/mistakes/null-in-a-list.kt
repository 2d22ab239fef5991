// Argument type mismatch: actual type is 'List<String?>'
fun known(ids: List<String?>): io.github.thriveaudience.listing.KnownMembers {
    return io.github.thriveaudience.listing.KnownMembers.ofIds(ids) // here
}
