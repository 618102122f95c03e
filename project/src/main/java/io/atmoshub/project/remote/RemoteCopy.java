package io.atmoshub.project.remote;

import java.nio.file.Path;
import java.time.Instant;

/// What was fetched, as it lies on this machine. It never changes; what is fetched later lies elsewhere.
///
/// @param folder a repository's files, or the one file of a web server
/// @param path what was asked for in it: a file, a folder or a pattern
/// @param until when the origin has to be asked again
public record RemoteCopy(Path folder, String path, Instant until) {}
