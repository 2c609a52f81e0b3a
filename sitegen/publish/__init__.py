"""What lies at a target, what shall lie there, and the kinds of target: a folder, a ZIP, a branch, a server."""
