package io.atmoshub.stacks.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.stacks.StackEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// After any edits the warm index says what reading everything afresh says.
@Timeout(120)
class RandomEditsTest {
    private static final int EDITS = 60;
    private static final String INCLUDED = "included.yaml";
    private static final List<String> BASES = List.of("vpc", "dns", "db", "base/a", "base/b");

    @TempDir
    Path folder;

    private final Map<String, Written> files = new TreeMap<>();
    private Random random = new Random(0);
    private Scratch project;

    /// What stands in a manifest, so that it can be edited and written again.
    private static final class Written {
        final List<String> imports = new ArrayList<>();
        int local;
        int remarks;
        final Map<String, String> settings = new TreeMap<>();
        final Map<String, String> vars = new TreeMap<>();
        final Map<String, Map<String, String>> components = new TreeMap<>();
        final Map<String, List<String>> inherits = new TreeMap<>();

        String yaml() {
            StringBuilder text = new StringBuilder("# a remark\n".repeat(remarks));
            if (!imports.isEmpty()) {
                text.append("import:\n");
                imports.forEach(each -> text.append("  - ").append(each).append('\n'));
            }
            if (local > 0) {
                text.append("locals: {l: %d}%n".formatted(local));
            }
            if (!settings.isEmpty()) {
                text.append("terraform: {settings: %s}%n"
                        .formatted(settings.toString().replace("=", ": ")));
            }
            text.append("vars:\n  shared: true\n");
            vars.forEach((key, value) -> text.append("  %s: %s%n".formatted(key, value)));
            text.append("components:\n  terraform:\n");
            text.append("    anchor:\n      vars: {x: 1}\n");
            components.forEach((name, values) -> {
                text.append("    %s:\n".formatted(name));
                if (inherits.containsKey(name)) {
                    text.append("      metadata: {inherits: %s}%n".formatted(inherits.get(name)));
                }
                text.append("      vars:\n        own: true\n");
                values.forEach((key, value) -> text.append("        %s: %s%n".formatted(key, value)));
            });
            return text.toString();
        }
    }

    static List<Long> seeds() {
        Long given = Long.getLong("seed");
        int more = Integer.getInteger("seeds", 0);
        return given != null
                ? List.of(given)
                : LongStream.concat(LongStream.of(1, 9, 66, System.nanoTime()), LongStream.range(1_000, 1_000 + more))
                        .boxed()
                        .toList();
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void incrementalAndColdAnswersAreTheSame(long seed) throws Exception {
        random = new Random(seed);
        project = new Scratch(folder.toRealPath());
        project.write("atmos.yaml", Scratch.ATMOS);
        begin();
        LiveStacks live = project.live();
        Map<String, String> lastGood = Scratch.described(live.now().engine());
        for (int i = 0; i < EDITS; i++) {
            String edit = edit();
            String told = "seed %d, edit %d: %s".formatted(seed, i, edit);
            var reader = CompletableFuture.supplyAsync(
                    () -> Scratch.described(live.now().engine()));
            Look warm = live.now();
            Optional<StackEngine> cold = cold();
            assertThat(warm.trouble().isEmpty()).as(told + " " + warm.trouble()).isEqualTo(cold.isPresent());
            lastGood = cold.map(Scratch::described).orElse(lastGood);
            assertThat(Scratch.described(warm.engine())).as(told).isEqualTo(lastGood);
            assertThat(reader.get()).as("read beside it: " + told).isEqualTo(lastGood);
        }
    }

    private Optional<StackEngine> cold() {
        try {
            return Optional.of(project.cold());
        } catch (RuntimeException e) {
            if (Trouble.of(e).isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private void begin() {
        for (int i = 0; i < 5; i++) {
            Written catalog = new Written();
            catalog.components.put(BASES.get(i), new TreeMap<>(Map.of("n", String.valueOf(i))));
            files.put("stacks/catalog/c%d.yaml".formatted(i), catalog);
        }
        for (int i = 0; i < 6; i++) {
            Written stack = new Written();
            stack.vars.put("stage", "s" + i);
            stack.imports.add("catalog/c" + i % 5);
            stack.imports.add("catalog/c" + (i + 1) % 5);
            files.put("stacks/deploy/d%d.yaml".formatted(i), stack);
        }
        files.forEach((file, written) -> project.write(file, written.yaml()));
        project.write(INCLUDED, "1");
        templated();
    }

    private String templated() {
        project.write(
                "stacks/catalog/t.yaml.tmpl",
                "components: {terraform: {anchor: {vars: {t: '{{ .n }}-%d'}}}}".formatted(random.nextInt(9)));
        return "template";
    }

    private String edit() throws Exception {
        String file = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
        Written written = files.get(file);
        String what =
                switch (random.nextInt(18)) {
                    case 0, 1, 2 -> value(written);
                    case 3, 4 -> imported(file, written);
                    case 5, 6 -> component(written);
                    case 7 -> inherited(written);
                    case 8 -> moved(file, written);
                    case 9 -> fresh();
                    case 10 -> "touch";
                    case 11 -> {
                        written.local = random.nextInt(4);
                        yield "local";
                    }
                    case 12 -> {
                        project.write(INCLUDED, "{v: %d}".formatted(random.nextInt(9)));
                        yield "included";
                    }
                    case 13 -> templated();
                    case 14 -> {
                        written.remarks = random.nextInt(3);
                        yield "remarks";
                    }
                    case 15 -> ofAllComponents(written);
                    case 16 -> {
                        Collections.shuffle(written.imports, random);
                        yield "order of imports";
                    }
                    default -> "break";
                };
        if (what.equals("break")) {
            project.write(file, written.yaml() + "oops: [1,\n  2: }\n");
        } else {
            // Everything as it should be, so that what was broken is repaired.
            for (Map.Entry<String, Written> each : files.entrySet()) {
                Path path = project.root().resolve(each.getKey());
                String yaml = each.getValue().yaml();
                if (!Files.exists(path)
                        || !Files.readString(path).equals(yaml)
                        || each.getKey().equals(file)) {
                    project.write(each.getKey(), yaml);
                }
            }
        }
        return what + " in " + file;
    }

    private String value(Written written) {
        String key = "k" + random.nextInt(3);
        String value =
                switch (random.nextInt(8)) {
                    case 5 -> "!append [%d]".formatted(random.nextInt(9));
                    case 6 -> "{m: %d, n%d: !env NONE}".formatted(random.nextInt(9), random.nextInt(2));
                    case 3 -> "!include " + INCLUDED;
                    case 4 -> "'{{ .locals.l }}'";
                    case 0 -> "'{{ .vars.stage }}-" + random.nextInt(9) + "'";
                    case 1 -> "'{{ (atmos.Component \"anchor\" .stack).vars.x }}" + random.nextInt(9) + "'";
                    case 2 -> "[%d, %d]".formatted(random.nextInt(9), random.nextInt(9));
                    default -> String.valueOf(random.nextInt(9));
                };
        if (written.components.isEmpty() || random.nextBoolean()) {
            written.vars.put(key, value);
            return "value " + key;
        }
        String component = List.copyOf(written.components.keySet()).get(random.nextInt(written.components.size()));
        written.components.get(component).put(key, value);
        return "value %s of %s".formatted(key, component);
    }

    private String ofAllComponents(Written written) {
        String key = "s" + random.nextInt(2);
        if (written.settings.remove(key) == null) {
            written.settings.put(key, String.valueOf(random.nextInt(9)));
        }
        return "setting of all components " + key;
    }

    private String imported(String file, Written written) {
        if (!written.imports.isEmpty() && random.nextBoolean()) {
            return "no import " + written.imports.remove(random.nextInt(written.imports.size()));
        }
        String path =
                switch (random.nextInt(8)) {
                    case 0 -> "catalog/*";
                    case 1 -> "{path: catalog/t, context: {n: %d}}".formatted(random.nextInt(3));
                    default -> "catalog/c" + random.nextInt(6);
                };
        // Circles are made now and then as well.
        if (!file.contains("catalog") || random.nextInt(4) == 0) {
            written.imports.add(path);
        }
        return "import " + path;
    }

    private String component(Written written) {
        String name = BASES.get(random.nextInt(BASES.size()));
        if (written.components.remove(name) != null) {
            written.inherits.remove(name);
            return "no component " + name;
        }
        written.components.put(name, new TreeMap<>(Map.of("m", String.valueOf(random.nextInt(9)))));
        return "component " + name;
    }

    private String inherited(Written written) {
        if (written.components.isEmpty()) {
            return "touch";
        }
        String component = List.copyOf(written.components.keySet()).get(random.nextInt(written.components.size()));
        if (written.inherits.remove(component) != null) {
            return "nothing inherited by " + component;
        }
        written.inherits.put(component, List.of(random.nextInt(3) == 0 ? BASES.get(random.nextInt(5)) : "anchor"));
        return "inherits of " + component;
    }

    private String moved(String file, Written written) {
        if (files.size() < 8) {
            return "touch";
        }
        project.delete(file);
        files.remove(file);
        if (random.nextBoolean()) {
            String other = file.replaceFirst("/([cd])\\d+", "/$1" + random.nextInt(9));
            files.put(other, written);
            return "moved to " + other;
        }
        return "deleted";
    }

    private String fresh() {
        int number = random.nextInt(9);
        Written stack = new Written();
        stack.vars.put("stage", "s" + number);
        files.put("stacks/deploy/d%d.yaml".formatted(number), stack);
        return "new stack";
    }
}
