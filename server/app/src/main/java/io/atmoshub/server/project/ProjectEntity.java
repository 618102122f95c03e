package io.atmoshub.server.project;

import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "project")
class ProjectEntity {
    @Id
    private UUID id;

    private String name;
    private String folder;

    @Column(name = "created_at")
    private Instant createdAt;

    @NullUnmarked
    protected ProjectEntity() {} // for JPA

    ProjectEntity(ProjectId id, ProjectName name, Path folder, Instant createdAt) {
        this.id = id.value();
        this.name = name.value();
        this.folder = folder.toString();
        this.createdAt = createdAt;
    }

    Project toProject() {
        return new Project(new ProjectId(id), new ProjectName(name), folder, createdAt);
    }
}
