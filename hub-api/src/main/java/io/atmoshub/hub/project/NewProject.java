package io.atmoshub.hub.project;

/// A project to register: a name and a folder of the server.
public record NewProject(ProjectName name, String folder) {}
