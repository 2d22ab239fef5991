// Installed along with what a stranger may have, and not published.
for (name in ['parent', 'integration-tests']) {
  new File(localRepositoryPath, "io/github/thriveaudience/thrive-audience-$name").deleteDir()
}
return true
