package io.atmoshub.server.session;

import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// A session as its owner shaped it. Its numbering is left to the log, whose lock also guards changes here,
/// so there is no version.
@Entity
@Table(name = "session")
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // lists and SessionPlace read the columns
class SessionEntity {
    private static final int LONGEST_GIVEN_NAME = 60;

    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID project;

    @Column(name = "owner_id")
    private UUID owner;

    private String name;
    private boolean named;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private @Nullable String model;

    @NullUnmarked
    protected SessionEntity() {} // for JPA

    SessionEntity(SessionId id, PersonId owner, NewSession session) {
        this.id = id.value();
        this.project = session.projectId().value();
        this.owner = owner.value();
        this.named = session.name() != null;
        this.name = (session.name() == null ? SessionName.UNTITLED : session.name()).value();
        this.visibility = session.visibility();
    }

    void rename(SessionName newName) {
        name = newName.value();
        named = true;
    }

    /// Without a name of its own it gets one from the first thing that is said.
    void nameAfter(String message) {
        if (named) {
            return;
        }
        String line = message.lines()
                .map(one -> one.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip())
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse(name);
        int length = line.codePointCount(0, line.length());
        rename(new SessionName(
                length <= LONGEST_GIVEN_NAME
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST_GIVEN_NAME - 1))
                                        .strip() + "…"));
    }

    void show(Visibility newVisibility) {
        visibility = newVisibility;
    }

    void choose(ModelRef newModel) {
        model = newModel.value();
    }

    SessionId id() {
        return new SessionId(id);
    }

    SessionName name() {
        return new SessionName(name);
    }
}
