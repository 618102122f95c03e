package io.atmoshub.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.memory.MemorySettings.Proposals;
import io.atmoshub.assistant.settings.AiKeys;
import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.project.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemorySettingsTest {
    @TempDir
    Path folder;

    @Test
    void withoutAWordThereIsAMemoryThatIsChangedOnRequest() {
        assertThat(MemorySettings.USUAL.enabled()).isTrue();
        assertThat(MemorySettings.USUAL.file().value()).isEqualTo("ATMOS.md");
        assertThat(MemorySettings.USUAL.proposals()).isEqualTo(Proposals.ON_REQUEST);
        assertThat(MemorySettings.USUAL.createIfMissing()).isTrue();
        assertThat(MemorySettings.USUAL.sections())
                .startsWith("project_context")
                .endsWith("recent_learnings");
    }

    @Test
    void theDocumentsSpellingsAreUnderstood() throws Exception {
        MemorySettings settings = read("""
                settings:
                  ai:
                    memory:
                      enabled: true
                      file_path: docs/MEMORY.md
                      auto_update: true
                      update_frequency: real_time
                      create_if_missing: false
                      sections: [stack_patterns]
                """);

        assertThat(settings.file().value()).isEqualTo("docs/MEMORY.md");
        assertThat(settings.proposals()).isEqualTo(Proposals.ANY_TIME);
        assertThat(settings.createIfMissing()).isFalse();
        assertThat(settings.sections()).containsExactly("stack_patterns");
        assertThat(read("ai: {memory: {file: M.md, update_frequency: manual}}").proposals())
                .isEqualTo(Proposals.NEVER);
        assertThat(read("ai: {memory: {auto_update: true}}").proposals()).isEqualTo(Proposals.AT_THE_END);
        assertThat(read("ai: {memory: {auto_update: false, update_frequency: real_time}}")
                        .proposals())
                .isEqualTo(Proposals.ON_REQUEST);
        assertThat(read("ai: {instructions: {enabled: false, file: M.md}}"))
                .extracting(
                        MemorySettings::enabled, settings1 -> settings1.file().value())
                .containsExactly(false, "M.md");
    }

    @Test
    void aFileOutsideOfTheProjectIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("ai: {memory: {file_path: ../../etc/passwd}}"))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("atmos.yaml:")
                .hasMessageContaining("can't leave the project's folder");
        assertThatThrownBy(() -> read("ai: {memory: {update_frequency: often}}"))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("session_end, real_time or manual");
    }

    private MemorySettings read(String yaml) throws IOException {
        Files.writeString(folder.resolve("atmos.yaml"), yaml);
        Project project = Project.open(Opening.of(folder), Limits.server(folder, Set.of()));
        return MemorySettings.of(new AiKeys(project.config()));
    }
}
