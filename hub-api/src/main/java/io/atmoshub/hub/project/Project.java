package io.atmoshub.hub.project;

import java.time.Instant;

/// A project: a folder of the server, under one of the roots that its operator allows.
public record Project(ProjectId id, ProjectName name, String folder, Instant createdAt) {}
