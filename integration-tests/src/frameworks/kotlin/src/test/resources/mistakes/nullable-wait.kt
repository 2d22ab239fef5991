// Initializer type mismatch: expected 'Duration', actual 'Duration?'.
fun wait(e: io.github.thriveaudience.error.RateLimitedException): Long {
    val wait: java.time.Duration = e.retryAfter() // here
    return wait.toSeconds()
}
