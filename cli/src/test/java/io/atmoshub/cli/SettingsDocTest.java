package io.atmoshub.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing that was asked for gets lost: `docs/settings.md` has a row for every key, command and shortcut of
/// `docs/settings-inventory.tsv`, and each row says what became of it.
class SettingsDocTest {

    private static final Path DOCS = docs();
    private static final Pattern TARGET = Pattern.compile("`([^`]+)`.*");
    private static final Set<String> AREAS = Set.of("assistant", "toolchain", "mirror", "stacks");

    private final List<String> inventory = inventory();
    private final Map<String, Row> rows = rows();

    @Test
    void everyItemHasARow() {
        assertThat(inventory).isNotEmpty().doesNotHaveDuplicates();
        assertThat(inventory.stream().filter(item -> !rows.containsKey(item)))
                .as("items of settings-inventory.tsv without a row in settings.md")
                .isEmpty();
    }

    @Test
    void everyRowSaysWhatBecameOfIt() {
        var complaints = new ArrayList<String>();
        inventory.stream().filter(rows::containsKey).map(rows::get).forEach(row -> {
            var complaint = complaintAbout(row);
            if (!complaint.isEmpty()) {
                complaints.add(row.item() + ": " + complaint);
            }
        });
        assertThat(complaints).as("rows of settings.md").isEmpty();
    }

    private String complaintAbout(Row row) {
        return switch (row.status()) {
            case "done" -> "";
            case "mapped" -> {
                var target = TARGET.matcher(row.note());
                yield target.matches() && !target.group(1).equals(row.item()) && rows.containsKey(target.group(1))
                        ? ""
                        : "mapped, but not to another `row` of settings.md";
            }
            case "refused" -> row.note().isEmpty() ? "refused without a reason" : "";
            case "to come" ->
                AREAS.contains(row.note().split(":", 2)[0])
                        ? ""
                        : "to come, but with none of the areas "
                                + AREAS.stream().sorted().toList();
            default -> "\"%s\" is no status".formatted(row.status());
        };
    }

    /// A line of a table in settings.md whose first cell is `code`.
    private record Row(String item, String status, String note) {
        private static final Pattern LINE = Pattern.compile("\\| `([^`]+)` \\|([^|]*)\\|([^|]*)\\|\\s*");

        static Stream<Row> in(String line) {
            var cells = LINE.matcher(line);
            return cells.matches()
                    ? Stream.of(new Row(
                            cells.group(1),
                            cells.group(2).strip(),
                            cells.group(3).strip()))
                    : Stream.empty();
        }
    }

    /// Fails on two rows for one item, naming it.
    private static Map<String, Row> rows() {
        return lines("settings.md").flatMap(Row::in).collect(toMap(Row::item, row -> row));
    }

    private static List<String> inventory() {
        return lines("settings-inventory.tsv")
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .toList();
    }

    private static Stream<String> lines(String document) {
        try {
            return Files.readAllLines(DOCS.resolve(document)).stream();
        } catch (IOException unreadable) {
            throw new AssertionError("Cannot read " + DOCS.resolve(document), unreadable);
        }
    }

    /// Maven runs tests in the module's folder, an editor may run them in the project's.
    private static Path docs() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("docs/settings.md"))) {
                return folder.resolve("docs");
            }
        }
        throw new AssertionError(
                "There is no docs/settings.md above " + Path.of("").toAbsolutePath());
    }
}
