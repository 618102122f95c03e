package io.atmoshub.stacks.component;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.Merge;
import java.util.List;
import java.util.Set;

/// A component with all layers merged, before its templates are rendered and its functions run.
public final class ComponentSection {
    private static final Set<String> SOURCED =
            Set.of("terraform", "helmfile", "packer", "ansible", "kubernetes", "helm");
    private static final Set<String> BUILT_IN = SOURCED;
    private static final List<Section> IF_ANY =
            List.of(Section.DEPENDENCIES, Section.LOCALS, Section.RETRY, Section.SECRETS);

    private final StackSource source;
    private final String type;
    private final String name;
    private final YamlMapping written;
    private final MergedSections merged;

    public ComponentSection(StackSource source, String type, String name, YamlMapping written) {
        this.source = source;
        this.type = type;
        this.name = name;
        this.written = written;
        this.merged = new MergedSections(source, type, name, written);
    }

    /// The components it inherits, from the weakest to the strongest.
    public List<Layer> inherited() {
        return merged.inheritance().bases();
    }

    public YamlMapping section(Section section) {
        return merged.section(section);
    }

    public List<String> bases() {
        return merged.inheritance().names();
    }

    public List<Layer> layers() {
        return merged.layers();
    }

    public Merge merge() {
        return merged.merge();
    }

    public Origin origin() {
        return written.origin();
    }

    /// The name of the folder with the component's code.
    public String base() {
        String explicit = Sections.text(Sections.mapping(written, "metadata"), "component");
        String first = merged.inheritance().first();
        return !explicit.isEmpty() ? explicit : !first.isEmpty() ? first : name;
    }

    /// Everything that is said of the component in manifests, complete but for what depends on the stack's name.
    public YamlMapping build(String stack) {
        YamlMapping.Builder result = YamlMapping.builder(written.origin());
        YamlMapping metadata = merged.section(Section.METADATA);
        put(result, "vars", merged.section(Section.VARS));
        put(result, "settings", settings());
        put(result, "env", merged.section(Section.ENV));
        put(result, "auth", merged.section(Section.AUTH));
        put(result, "command", text(command()));
        put(result, "inheritance", names(bases()));
        put(result, "metadata", metadata);
        put(result, "overrides", merged.overrides());
        put(result, "component", text(base()));
        for (Section section : IF_ANY) {
            YamlMapping content = merged.section(section);
            if (!content.isEmpty()) {
                put(result, section.key(), content);
            }
        }
        if (SOURCED.contains(type)) {
            put(result, "source", merged.section(Section.SOURCE));
            put(result, "provision", merged.section(Section.PROVISION));
        }
        if (type.equals("terraform")) {
            terraform(result, metadata, stack);
        } else {
            others(result);
        }
        return result.build();
    }

    private void terraform(YamlMapping.Builder result, YamlMapping metadata, String stack) {
        for (Section section :
                List.of(Section.HOOKS, Section.GENERATE, Section.PROVIDERS, Section.REQUIRED_PROVIDERS)) {
            put(result, section.key(), merged.section(section));
        }
        put(result, "required_version", text(merged.lastText("required_version")));
        if (!merged.section(Section.TEST).isEmpty()) {
            put(result, "test", merged.section(Section.TEST));
        }
        Backend backend = Backend.of(merged, metadata, base(), stack);
        Backend remote = backend.remote(merged, merged.merge(), stack);
        put(result, "backend_type", text(backend.type()));
        put(result, "backend", backend.section());
        put(result, "remote_state_backend_type", text(remote.type()));
        put(result, "remote_state_backend", remote.section());
    }

    /// Fails when the backends of the component don't fit together.
    public void checkBackends(String stack) {
        if (type.equals("terraform")) {
            Backend.of(merged, Empty.MAPPING, base(), stack).remote(merged, merged.merge(), stack);
        }
    }

    /// What other types have besides the common sections stays as it is written, merged over base components.
    private void others(YamlMapping.Builder result) {
        for (Section section : List.of(Section.HOOKS, Section.GENERATE)) {
            YamlMapping content = merged.section(section);
            if (!content.isEmpty()) {
                put(result, section.key(), content);
            }
        }
        for (Layer layer : merged.layers()) {
            if (layer.kind() == Layer.Kind.BASE || layer.kind() == Layer.Kind.COMPONENT) {
                for (YamlMapping.Entry entry : layer.content()) {
                    if (Section.named(entry.key()).isEmpty() && !result.has(entry.key())) {
                        put(result, entry.key(), merged.any(entry.key()));
                    }
                }
            }
        }
    }

    private YamlMapping settings() {
        YamlMapping settings = merged.section(Section.SETTINGS);
        if (source.project().config().node("integrations", "github").orElse(null) instanceof YamlMapping github
                && !github.isEmpty()) {
            YamlNode named = YamlNode.ofJava(Empty.ORIGIN, github.toJava());
            YamlMapping integrations = YamlMapping.builder(Empty.ORIGIN)
                    .put("integrations", Empty.ORIGIN, Empty.MAPPING.with("github", named))
                    .build();
            settings = merged.merge().merge(integrations, settings);
        }
        YamlMapping spacelift = settings.mapping("spacelift");
        boolean isAbstract = type.equals("terraform") && Inheritance.isAbstract(written);
        return isAbstract && spacelift != null
                ? settings.with(
                        "spacelift",
                        spacelift.toBuilder().remove("workspace_enabled").build())
                : settings;
    }

    private String command() {
        String written = merged.lastText("command");
        if (!written.isEmpty() || !BUILT_IN.contains(type)) {
            return written;
        }
        return source.project().command(type).orElse(type);
    }

    private static void put(YamlMapping.Builder into, String key, YamlNode value) {
        into.put(key, value.origin(), value);
    }

    private static Scalar text(String value) {
        return Scalar.of(Empty.ORIGIN, value);
    }

    private static Sequence names(List<String> names) {
        return new Sequence(
                Empty.ORIGIN,
                "",
                names.stream().<YamlNode>map(ComponentSection::text).toList());
    }
}
