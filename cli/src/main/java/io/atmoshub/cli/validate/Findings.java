package io.atmoshub.cli.validate;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.output.Document;
import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.stacks.validation.Finding;
import java.util.List;

/// Shows what is wrong, or that nothing is.
record Findings(Terminal terminal, boolean json) {
    int show(List<Finding> found, String allIsWell) {
        if (json) {
            terminal.out()
                    .text(Document.text(
                            found.stream()
                                    .map(each -> new FixedOrder()
                                            .and("file", each.origin().file())
                                            .and("line", (long) each.origin().line())
                                            .and("column", (long) each.origin().column())
                                            .and("problem", each.problem())
                                            .and("hint", each.hint()))
                                    .toList(),
                            Document.Format.json));
        }
        if (found.isEmpty()) {
            terminal.err().line(Screen.Style.GOOD, "✓ " + allIsWell);
            return Atmos.DONE;
        }
        if (json) {
            return Atmos.FAILED;
        }
        throw new Failure(
                "Error",
                found.size() == 1 ? "1 thing is wrong" : "%d things are wrong".formatted(found.size()),
                String.join("\n\n", found.stream().map(Finding::toString).toList()),
                List.of(),
                Atmos.FAILED);
    }
}
