package io.atmoshub.server.people;

import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditActor;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.password.Passwords;
import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.wiring.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/// Makes the first admin of an empty hub, with the password that the launcher made or the operator set.
@Service
public class FirstAdmin {
    static final String PASSWORD = "ATMOS_HUB_FIRST_ADMIN_PASSWORD";
    private static final System.Logger LOG = System.getLogger(FirstAdmin.class.getName());
    private static final long FIRST_ADMIN = 0x61646d696eL;

    private final Tx tx;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Audit audit;
    private final Settings settings;

    @Inject
    public FirstAdmin(Tx tx, Credentials credentials, Passwords passwords, Audit audit, Settings settings) {
        this.tx = tx;
        this.credentials = credentials;
        this.passwords = passwords;
        this.audit = audit;
        this.settings = settings;
    }

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        createIfNobody();
    }

    void createIfNobody() {
        if (!tx.call(credentials::nobodyYet)) {
            return;
        }
        Optional<String> password = settings.get(PASSWORD);
        if (password.isEmpty()) {
            LOG.log(Level.WARNING, "Nobody can sign in: there is no person yet and " + PASSWORD + " is not set.");
            return;
        }
        String hash = passwords.hash(password.get());
        tx.run(em -> {
            // Two nodes may start at once on an empty database.
            em.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                    .setParameter("key", FIRST_ADMIN)
                    .getSingleResult();
            if (credentials.nobodyYet(em)) {
                Person admin = credentials.add(
                        em, new NewPerson(new LoginName("admin"), new DisplayName("Administrator"), Role.ADMIN), hash);
                audit.record(em, AuditActor.HUB, "person.add", AuditObject.person(admin), Audit.OK, Map.of());
            }
        });
    }
}
