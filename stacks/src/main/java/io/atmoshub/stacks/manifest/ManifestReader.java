package io.atmoshub.stacks.manifest;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.Merge;
import io.atmoshub.stacks.merge.Pile;
import io.atmoshub.stacks.merge.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Reads manifests with what they import. What does not depend on who imports it is worked out once and shared.
public final class ManifestReader {
    private static final int DEEPEST = 100;

    private final Project project;
    private final StacksFolder folder;
    private final ManifestMemory memory;
    private final ManifestFiles files;
    private final Merge merge;
    private final Rendering rendering;
    private final boolean ignoreMissingValues;
    private final ImportFinder finder;
    private final ConcurrentMap<Request, Manifest> known;

    /// How a file is read: by itself, or as somebody imports it.
    record Request(String file, YamlMapping context, boolean skipTemplates, boolean ignoreMissing) {}

    /// Who imports whom down to here, and the overrides that come with it.
    private record Chain(
            @Nullable Chain above, String file, @Nullable Origin by, int depth, Overrides inline, Overrides imported) {}

    /// @param memory what was read before, to be read again only where it changed
    public ManifestReader(
            Project project, StacksFolder folder, ManifestMemory memory, Merge merge, Rendering rendering) {
        this.project = project;
        this.folder = folder;
        this.memory = memory;
        this.files = memory.files();
        this.merge = merge;
        this.rendering = rendering;
        this.ignoreMissingValues =
                project.config().flag(false, "templates", "settings", "ignore_missing_template_values");
        this.finder = new ImportFinder(folder, file -> files.read(folder, file));
        this.known = memory.holding(folder, finder);
    }

    /// A stack's manifest.
    public Manifest read(String file) {
        return read(
                new Request(file, Empty.MAPPING, false, ignoreMissingValues),
                new Chain(null, file, null, 1, Overrides.NONE, Overrides.NONE));
    }

    /// All stacks were read, and nothing was wrong.
    public void done(Iterable<Manifest> stacks) {
        memory.remember(folder, stacks, known);
    }

    private Manifest read(Request request, Chain chain) {
        boolean shareable = chain.inline().isEmpty() && chain.imported().isEmpty();
        Manifest before = shareable ? known.get(request) : null;
        if (before != null) {
            return before;
        }
        refuseCircles(chain);
        Footprint footprint = new Footprint();
        Manifest manifest = footprint.during(() -> process(request, chain, footprint));
        if (shareable) {
            known.put(request, manifest);
        }
        return manifest;
    }

    private void refuseCircles(Chain chain) {
        List<String> names = new ArrayList<>(List.of(folder.shown(chain.file())));
        for (Chain above = chain.above(); above != null; above = above.above()) {
            names.add(folder.shown(above.file()));
            if (above.file().equals(chain.file())) {
                boolean self = names.size() == 2;
                throw new StackException(
                        chain.by(),
                        self
                                ? "The manifest imports itself."
                                : "The imports go in a circle: %s.".formatted(String.join(" -> ", names.reversed())),
                        self ? "Remove this import." : "Remove one of them.");
            }
        }
        if (chain.depth() > DEEPEST) {
            throw new StackException(
                    chain.by(), "Imports are nested deeper than %d files.".formatted(DEEPEST), "Flatten them.");
        }
    }

    private Manifest process(Request request, Chain chain, Footprint footprint) {
        ManifestFile file = files.read(folder, request.file());
        YamlMapping context = request.context().toBuilder().remove("locals").build();
        ManifestMemory.Grounds before = memory.before(request);
        YamlMapping content = before != null && before.isStill(file)
                ? before.again()
                : Shared.with(before == null ? null : before.content(), content(file, request, context));
        if (file.hasLocals() && !request.skipTemplates()) {
            for (String section : List.of("settings", "vars", "env")) {
                if (content.get(section) instanceof YamlMapping own) {
                    context = context.with(section, own);
                }
            }
        }
        Overrides inline = Overrides.in(content, merge).under(chain.inline(), merge);
        Overrides imported = chain.imported();
        List<Manifest.Imported> imports = new ArrayList<>();
        Map<String, List<String>> found = new HashMap<>();
        List<YamlMapping> layers = new ArrayList<>();
        for (Import item : Import.in(content)) {
            Import named =
                    item.path().contains("{{") ? item.withPath(path(item, context, merge.all(layers), content)) : item;
            YamlMapping given = merge.merge(item.context(), context);
            for (String each : finder.files(named, file, found)) {
                YamlMapping passed = finder.needsContext(each) ? given : Empty.MAPPING;
                Manifest manifest = read(
                        new Request(
                                each, passed, item.skipTemplates(), item.ignoreMissingValues() || ignoreMissingValues),
                        new Chain(chain, each, item.origin(), chain.depth() + 1, inline, imported));
                imported = imported.under(manifest.imported(), merge).under(manifest.inline(), merge);
                imports.add(new Manifest.Imported(item.origin(), manifest));
                layers.add(withoutLocals(manifest.merged()));
            }
        }
        YamlMapping own = imported.under(inline, merge).appliedTo(content);
        layers.add(own);
        Pile pile = Pile.of(merge, layers, before == null ? null : before.pile());
        Manifest manifest =
                new Manifest(StacksFolder.key(file.file()), file.file(), own, pile.merged(), imports, inline, imported);
        memory.made(manifest, new ManifestMemory.Grounds(file, content, pile, found, footprint));
        return manifest;
    }

    private static YamlMapping resolved(ManifestFile file, Tags tags) {
        return file.hasTags() ? tags.resolved(file.required()) : file.required();
    }

    private static YamlMapping withoutLocals(YamlMapping imported) {
        return imported.get("locals") == null
                ? imported
                : imported.toBuilder().remove("locals").build();
    }

    /// The content of a file, its templates rendered as far as that is possible before there is a component.
    private YamlMapping content(ManifestFile file, Request request, YamlMapping context) {
        Tags tags = tags(file);
        boolean locals = file.hasLocals() && !request.skipTemplates();
        if (request.skipTemplates() || !(file.hasTemplates() || locals)) {
            return resolved(file, tags);
        }
        boolean asked = file.isTemplate() || !request.context().isEmpty();
        if (!asked && !locals) {
            return resolved(file, tags);
        }
        YamlMapping data = context;
        YamlMapping values = Empty.MAPPING;
        if (locals) {
            values = Locals.in(file, tags.resolved(file.required()), context, merge, rendering);
            data = data.with("locals", values);
            data = withSections(file, tags.resolved(file.required()), data);
        }
        YamlMapping rendered;
        try {
            String text = rendering.render(file.shown(), file.text(), Plain.map(data), !request.ignoreMissing());
            rendered = text.equals(file.text()) && file.content() != null
                    ? file.content()
                    : ManifestFile.mapping(Yaml.parse(file.shown(), text), file.shown());
        } catch (StackException e) {
            // Templates that need a component wait for it, unless somebody imported the file to have it rendered.
            if (!request.context().isEmpty() || file.content() == null) {
                throw e;
            }
            rendered = file.required();
        } catch (YamlException e) {
            throw new YamlException(
                    e.origin(), e.problem(), e.hint() + " This is the file after its templates were rendered.");
        }
        YamlMapping content = tags.resolved(rendered);
        if (locals) {
            content = values.isEmpty() ? content : content.with("locals", values);
            for (String section : List.of("settings", "vars", "env")) {
                if (data.get(section) instanceof YamlMapping own && !own.isEmpty() && content.get(section) != null) {
                    content = content.with(section, own);
                }
            }
        }
        return content;
    }

    /// `settings`, `vars` and `env` of a file with locals, rendered where they can be.
    private YamlMapping withSections(ManifestFile file, YamlMapping manifest, YamlMapping data) {
        YamlMapping seen = data;
        for (String section : List.of("settings", "vars", "env")) {
            if (manifest.get(section) instanceof YamlMapping own) {
                Map<String, @Nullable Object> values = Plain.map(seen);
                seen = seen.with(section, new SectionTemplates(file.shown(), values, rendering).rendered(own));
            }
        }
        return seen;
    }

    private Tags tags(ManifestFile file) {
        Path parent = file.path().getParent();
        return new Tags(
                parent == null ? folder.root() : parent, project.basePath(), project.limits(), folder.remotes(), 0);
    }

    /// A templated path sees what the imports before it brought.
    private String path(Import item, YamlMapping context, YamlMapping merged, YamlMapping own) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(Plain.map(context));
        for (String section : List.of("settings", "vars", "env")) {
            YamlMapping values = merge.merge(merged.mapping(section), own.mapping(section));
            if (!values.isEmpty()) {
                data.put(section, Plain.map(merge.merge(values, context.mapping(section))));
            }
        }
        try {
            return rendering
                    .render(item.origin().file(), item.path(), data, true)
                    .strip();
        } catch (StackException e) {
            throw new StackException(
                    item.origin(),
                    e.problem(),
                    "A path sees \"vars\", \"settings\" and \"env\" of this manifest and of the imports above it.",
                    e);
        }
    }
}
