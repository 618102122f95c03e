package io.atmoshub.hub.project;

import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;

/// The projects of the organisation. Everybody sees them; admins register and remove them.
public interface Projects {
    /// By name.
    Page<Project> list(PageRequest page);

    Project get(ProjectId id);

    /// INVALID_INPUT when the folder is not there, no folder, or outside the allowed roots once links are
    /// followed; CONFLICT when the name is taken.
    Project register(NewProject project);

    /// Takes the project out of the hub, with its sessions; the folder itself is left alone.
    void remove(ProjectId id);
}
