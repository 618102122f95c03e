package io.atmoshub.assistant.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class CompactionSettingsTest {
    @TempDir
    Path folder;

    @Test
    void defaultsAreThoseOfTheDocument() {
        assertThat(CompactionSettings.USUAL).isEqualTo(new CompactionSettings(false, 50, 0.75, 0.4, 10, true));
    }

    @Test
    void everyKeyIsRead() throws Exception {
        assertThat(read("""
                        settings:
                          ai:
                            sessions:
                              max_history_messages: 80
                              auto_compact:
                                enabled: true
                                trigger_threshold: 0.5
                                compact_ratio: 1
                                preserve_recent: 0
                                use_ai_summary: false
                        """)).isEqualTo(new CompactionSettings(true, 80, 0.5, 1, 0, false));
    }

    @Test
    void partsArePartsOfOne() {
        assertThatThrownBy(() -> read("ai: {sessions: {auto_compact: {trigger_threshold: 75}}}"))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("trigger_threshold is \"75\"")
                .hasMessageContaining("such as 0.75");
        assertThatThrownBy(() -> read("ai: {sessions: {auto_compact: {preserve_recent: -1}}}"))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("from 0 to");
    }

    private CompactionSettings read(String yaml) throws IOException {
        Files.writeString(folder.resolve("atmos.yaml"), yaml);
        Project project = Project.open(Opening.of(folder), Limits.server(folder, Set.of()));
        return CompactionSettings.of(new AiKeys(project.config()));
    }
}
