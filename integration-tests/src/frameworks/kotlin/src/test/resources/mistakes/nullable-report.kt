// Only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type 'TraversalReport?'.
fun delivered(e: io.github.thriveaudience.error.ThriveException): Long {
    return e.report().members() // here
}
