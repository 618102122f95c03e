package io.atmoshub.hub.session;

import io.atmoshub.hub.project.ProjectId;
import org.jspecify.annotations.Nullable;

/// A session to start. Without a name it gets one from its first message.
public record NewSession(ProjectId projectId, @Nullable SessionName name, Visibility visibility) {}
