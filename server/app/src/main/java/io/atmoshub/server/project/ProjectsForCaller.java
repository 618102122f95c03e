package io.atmoshub.server.project;

import io.atmoshub.hub.project.Projects;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link ProjectsBean} of each caller.
@Service
public class ProjectsForCaller implements ActingAs<Projects> {
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final ProjectRegister register;

    @Inject
    public ProjectsForCaller(Tx tx, Access access, Audit audit, ProjectRegister register) {
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.register = register;
    }

    @Override
    public Projects as(Caller caller) {
        return new ProjectsBean(caller, tx, access, audit, register);
    }
}
