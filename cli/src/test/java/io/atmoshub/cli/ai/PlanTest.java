package io.atmoshub.cli.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.token.Scope;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan, wanted and approved from the terminal.
class PlanTest extends WithHub {
    @TempDir
    Path project;

    @BeforeEach
    void aProject() {
        hub.withProject("notes", project.toString());
        logIn("ana", Scope.READ, Scope.CHAT);
    }

    @Test
    void aPlanSaysHowToApproveItAndTheWorkIsShown() {
        var planned = play();
        assertThat(planned.run("ai", "ask", "--project", "notes", "--plan", "three zones"))
                .isZero();
        assertThat(planned.out()).contains("You said: three zones");
        assertThat(planned.err()).contains("Approve the plan with: atmos ai approve ");

        var approved = play();
        assertThat(approved.run("ai", "approve", "last")).isZero();

        assertThat(approved.out()).contains("You said: The plan is approved. Carry it out.");
        var again = play();
        assertThat(again.run("ai", "approve", "last")).isEqualTo(1);
        assertThat(again.err()).contains("waits with no plan", "--plan");
    }
}
