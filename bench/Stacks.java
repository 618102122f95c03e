import com.sun.management.OperatingSystemMXBean;
import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.ToolFinder;
import io.atmoshub.stacks.live.LiveStacks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Makes a big project as people have them, and times the warm index on it. Run by `bench/stacks`.
class Stacks {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final long LONGEST_WARM_UP = 4_000_000_000L;
    private static final long LONGEST_MEASURE = 8_000_000_000L;
    private static final List<String> KINDS = List.of(
            "vpc", "eks", "rds", "s3", "dns", "iam", "alb", "sns", "sqs", "kms", "ecr", "lambda", "redis", "waf",
            "backup", "budget", "config", "guardduty", "logs", "tgw");
    private static final List<String> REGIONS = List.of("ue1", "ue2", "uw2", "ew1", "ec1");
    private static final List<String> STAGES = List.of("dev", "staging", "prod", "sandbox", "audit");

    public static void main(String... args) throws Exception {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "make" -> make(folder, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            case "warm" -> new Stacks(folder).warm(false);
            case "row" -> new Stacks(folder).warm(true);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    // ---- the project

    private static void make(Path root, int stacks, int components) throws IOException {
        write(root, "atmos.yaml", """
                base_path: "."
                stacks:
                  base_path: stacks
                  included_paths: ["orgs/**/*"]
                  excluded_paths: ["**/_defaults.yaml"]
                  name_template: "{{ .vars.namespace }}-{{ .vars.tenant }}-{{ .vars.environment }}-{{ .vars.stage }}"
                components:
                  terraform: {base_path: components/terraform}
                templates:
                  settings: {enabled: true, sprig: {enabled: true}, gomplate: {enabled: true}}
                """);
        for (String kind : KINDS) {
            catalog(root, kind);
        }
        for (String region : REGIONS) {
            write(root, "stacks/mixins/region/%s.yaml".formatted(region), """
                    vars:
                      region: region-%1$s
                      environment: %1$s
                      availability_zones: [%1$sa, %1$sb, %1$sc]
                    """.formatted(region));
        }
        for (String stage : STAGES) {
            write(root, "stacks/mixins/stage/%s.yaml".formatted(stage), """
                    vars:
                      stage: %1$s
                      tags: {stage: %1$s, cost: "%1$s-costs"}
                    settings: {approval: {%1$s: true}}
                    """.formatted(stage));
        }
        int perTenant = REGIONS.size() * STAGES.size();
        int made = 0;
        for (int tenant = 0; made < stacks; tenant++) {
            String org = "org" + tenant / 8;
            String place = "stacks/orgs/%s/t%d".formatted(org, tenant);
            if (tenant % 8 == 0) {
                write(root, "stacks/orgs/%s/_defaults.yaml".formatted(org), """
                        import: [mixins/common]
                        vars: {namespace: %s}
                        terraform:
                          backend_type: s3
                          backend: {s3: {bucket: "%s-state", region: us-east-1, encrypt: true}}
                        """.formatted(org, org));
            }
            write(root, place + "/_defaults.yaml", """
                    import: [orgs/%s/_defaults]
                    vars: {tenant: t%d}
                    settings: {team: {name: team-%d, mail: "team-%d@example.org"}}
                    """.formatted(org, tenant, tenant, tenant));
            for (int i = 0; i < perTenant && made < stacks; i++, made++) {
                String region = REGIONS.get(i % REGIONS.size());
                String stage = STAGES.get(i / REGIONS.size());
                write(root, "%s/%s/%s.yaml".formatted(place, stage, region),
                        stack("orgs/%s/t%d".formatted(org, tenant), region, stage, components, made));
            }
        }
        write(root, "stacks/mixins/common.yaml", """
                vars: {enabled: true, delimiter: "-", tags: {managed: atmos, owner: platform}}
                env: {TF_IN_AUTOMATION: "true"}
                settings: {spacelift: {workspace_enabled: true, autodeploy: false}}
                """);
        System.out.printf("made: %,d stacks, %,d components%n", stacks, stacks * components);
    }

    private static void catalog(Path root, String kind) throws IOException {
        StringBuilder vars = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            vars.append("        %s_option_%02d: value-%d\n".formatted(kind, i, i));
        }
        write(root, "stacks/catalog/%s/defaults.yaml".formatted(kind), """
                components:
                  terraform:
                    %1$s/defaults:
                      metadata: {type: abstract, component: %1$s}
                      settings: {validation: {schema: %1$s.json}, retries: 3}
                      vars:
                        retention: 14
                        sizes: [small, medium]
                        rules:
                          - {from: 80, to: 8080, allow: [10.0.0.0/8, 192.168.0.0/16]}
                          - {from: 443, to: 8443, allow: [10.0.0.0/8]}
                %2$s
                    %1$s/hardened:
                      metadata: {type: abstract, component: %1$s}
                      vars: {encrypted: true, retention: 35, tags: {hardened: "yes"}}
                """.formatted(kind, vars));
    }

    private static String stack(String org, String region, String stage, int components, int number) {
        StringBuilder text = new StringBuilder("import:\n  - %s/_defaults\n  - mixins/region/%s\n  - mixins/stage/%s\n"
                .formatted(org, region, stage));
        int kinds = Math.min(components, KINDS.size());
        for (int i = 0; i < kinds; i++) {
            text.append("  - catalog/%s/defaults\n".formatted(KINDS.get(i)));
        }
        text.append("vars: {cidr: 10.%d.%d.0/20}\ncomponents:\n  terraform:\n".formatted(number % 250, number / 250));
        for (int i = 0; i < components; i++) {
            String kind = KINDS.get(i % kinds);
            String name = i < kinds ? kind : kind + "-" + i / kinds;
            String bases = i % 3 == 0 ? "[%1$s/defaults, %1$s/hardened]" : "[%1$s/defaults]";
            text.append("    %s:\n      metadata: {component: %s, inherits: %s}\n".formatted(name, kind, bases.formatted(kind)));
            text.append("      vars:\n        name: %s-%d\n        size: %d\n".formatted(name, number, i));
            if (i % 8 == 1) {
                text.append("        label: '{{ printf \"%s-%s\" .vars.namespace .vars.tenant }}-{{ .atmos_component }}'\n");
            }
            if (i % 16 == 2) {
                text.append("        vpc_cidr: '{{ (atmos.Component \"vpc\" .stack).vars.cidr }}'\n");
            }
            if (i % 16 == 3) {
                text.append("        home: !env HOME\n");
            }
            if (i > 0 && i % 4 == 0) {
                text.append("      settings: {depends_on: {1: {component: vpc}}}\n");
            }
        }
        return text.toString();
    }

    private static void write(Path root, String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    // ---- the index

    private final Path root;
    private final LiveStacks live;

    private Stacks(Path root) throws IOException {
        this.root = root.toRealPath();
        this.live = new LiveStacks(this::project, ToolFinder.NONE);
    }

    private Project project() {
        return Project.open(Opening.of(root), Limits.server(root, Set.of()));
    }

    private void warm(boolean row) throws Exception {
        // A project that was just checked out settles first: files younger than two seconds are read again and again.
        Thread.sleep(2_500);
        long begin = System.nanoTime();
        int components = all(live.now().engine());
        double first = millis(begin);
        int stacks = live.now().engine().stacks().size();
        Stack some = live.now().engine().stacks().get(stacks / 2);
        String component = some.components().stream().filter(each -> !each.isAbstract()).findFirst().orElseThrow().name();
        Times look = times(60, n -> live.now());
        Times one = times(60, n -> live.now().engine().component(some.name(), component).resolved(Processing.ALL));
        Times everything = times(30, n -> all(live.now().engine()));
        Path leaf = root.resolve("stacks/" + some.file() + ".yaml");
        Times leafOne = times(20, n -> {
            edit(leaf, n);
            live.now().engine().component(some.name(), component).resolved(Processing.ALL);
        });
        Times leafAll = times(20, n -> {
            edit(leaf, n + 100);
            all(live.now().engine());
        });
        Path catalog = root.resolve("stacks/catalog/vpc/defaults.yaml");
        Times catalogOne = times(20, n -> {
            edit(catalog, n);
            live.now().engine().component(some.name(), component).resolved(Processing.ALL);
        });
        Times catalogAll = times(20, n -> {
            edit(catalog, n + 100);
            all(live.now().engine());
        });
        long memory = memory();
        if (row) {
            System.out.printf("| %,d | %,d | %.0f | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f | %d |%n", stacks, components,
                    first, median(look), median(one), median(everything), median(leafOne), median(catalogOne),
                    median(catalogAll), memory);
            return;
        }
        System.out.printf("warm: %,d stacks, %,d components with the abstract ones; first look, in a new JVM: %.0f ms; heap after: %d MiB%n",
                stacks, components, first, memory);
        print("look whether anything changed", look);
        print("describe component", one);
        print("describe stacks, all sections worked out", everything);
        print("one stack edited, describe component", leafOne);
        print("one stack edited, describe stacks", leafAll);
        print("a catalog file of all stacks edited, describe component", catalogOne);
        print("a catalog file of all stacks edited, describe stacks", catalogAll);
    }

    /// The answer of `describe stacks`: every section of every component, worked out.
    private static int all(StackEngine engine) {
        int count = 0;
        for (Stack stack : engine.stacks()) {
            for (Component each : stack.components()) {
                count += each.resolved(Processing.ALL).section().isEmpty() ? 0 : 1;
            }
        }
        return count;
    }

    private static void edit(Path file, int n) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^# edit.*\n|\\A", "# edit %d\n".formatted(n))
                .replaceFirst("(cidr: 10\\.\\d+\\.|retention: )\\d+", "$1" + (n + 1)));
    }

    private interface Work {
        void run(int n) throws Exception;
    }

    /// What the runs took.
    ///
    /// @param waited for each, in order of size
    /// @param worked by processors, in all threads of the process, on average
    private record Times(double[] waited, double worked) {
        Times {
            Arrays.sort(waited);
        }
    }

    /// Runs it so often, after a third of that to warm up; less often where that would take minutes.
    private static Times times(int times, Work work) throws Exception {
        long end = System.nanoTime() + LONGEST_WARM_UP;
        for (int i = 0; i < times / 3 + 3 && (i < 2 || System.nanoTime() < end); i++) {
            work.run(1_000 + i);
        }
        double[] waited = new double[times];
        long before = PROCESS.getProcessCpuTime();
        end = System.nanoTime() + LONGEST_MEASURE;
        int done = 0;
        for (; done < times && (done < 3 || System.nanoTime() < end); done++) {
            long begin = System.nanoTime();
            work.run(done);
            waited[done] = millis(begin);
        }
        double worked = (PROCESS.getProcessCpuTime() - before) / 1e6 / done;
        return new Times(Arrays.copyOf(waited, done), worked);
    }

    private static double median(Times times) {
        return times.waited()[times.waited().length / 2];
    }

    private static void print(String what, Times times) {
        double[] waited = times.waited();
        System.out.printf("warm: %s: median %.2f ms, 95 %% %.2f ms, longest %.2f ms; CPU %.2f ms%n", what,
                median(times), waited[waited.length * 95 / 100], waited[waited.length - 1],
                times.worked());
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static long memory() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
