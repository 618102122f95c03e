package io.atmoshub.server.stack;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.Place;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.live.Trouble;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Places and problems as people see them: files by their path in the project, not on the server.
///
/// @param root the project's folder
record Words(Path root) {
    /// Nothing for what stands nowhere.
    @Nullable
    Place place(Origin origin) {
        return origin.line() < 1 || origin.file().isEmpty()
                ? null
                : new Place(inProject(origin.file()), origin.line(), Math.max(1, origin.column()));
    }

    Finding finding(Trouble trouble) {
        return finding(trouble.origin(), trouble.problem(), trouble.hint());
    }

    Finding finding(io.atmoshub.stacks.validation.Finding finding) {
        return finding(Optional.of(finding.origin()), finding.problem(), finding.hint());
    }

    /// Nothing for what is no fault of the project's files.
    Optional<Finding> finding(RuntimeException thrown) {
        return switch (thrown) {
            case StackException e -> Optional.of(finding(e.origin(), e.problem(), e.hint()));
            case YamlException e -> Optional.of(finding(Optional.of(e.origin()), e.problem(), e.hint()));
            case ProjectException e -> Optional.of(finding(Optional.empty(), e.what(), e.hint()));
            default -> Optional.empty();
        };
    }

    private Finding finding(Optional<Origin> origin, String problem, String hint) {
        return new Finding(origin.map(this::place).orElse(null), inProject(problem), inProject(hint));
    }

    HubException notFound(StackException e) {
        return new HubException(ErrorCode.NOT_FOUND, inProject(e.problem()), inProject(e.hint()), e);
    }

    /// For what can't be shown at all until somebody corrects the files.
    HubException refusal(Finding finding, RuntimeException cause) {
        return new HubException(
                ErrorCode.CONFLICT,
                finding.at() == null ? finding.problem() : finding.at() + ": " + finding.problem(),
                finding.hint().isEmpty() ? "Correct the project's files." : finding.hint(),
                cause);
    }

    String inProject(String text) {
        return text.replace(root + "/", "").replace(root.toString(), ".");
    }
}
