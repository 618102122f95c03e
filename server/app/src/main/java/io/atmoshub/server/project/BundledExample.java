package io.atmoshub.server.project;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.server.audit.AuditActor;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

/// The example project that comes with the hub: registered once, on the first start. Who removes it is not
/// given it again.
@Service
public final class BundledExample {
    private static final System.Logger LOG = System.getLogger(BundledExample.class.getName());
    private static final String DONE = "example.registered";

    private final Settings settings;
    private final Tx tx;
    private final ProjectRegister register;

    @Inject
    public BundledExample(Settings settings, Tx tx, ProjectRegister register) {
        this.settings = settings;
        this.tx = tx;
        this.register = register;
    }

    public void registerOnce() {
        settings.get("ATMOS_HUB_EXAMPLE").map(Path::of).ifPresent(folder -> {
            try {
                tx.run(em -> {
                    int first = Sql.update(
                            em,
                            "insert into hub_state (name, value) values (?, ?) on conflict (name) do nothing",
                            DONE,
                            folder.toString());
                    if (first == 1
                            && Sql.first(em, "select 1 from project limit 1", row -> true)
                                    .isEmpty()) {
                        ProjectName name = new ProjectName(String.valueOf(folder.getFileName()));
                        register.add(em, new NewProject(name, folder.toString()), AuditActor.HUB);
                    }
                });
            } catch (HubException e) {
                LOG.log(Level.WARNING, "The example project is not registered: {0} {1}", e.what(), e.hint());
            }
        });
    }
}
