package io.atmoshub.stacks;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.component.ComponentSection;
import io.atmoshub.stacks.component.Layer;
import io.atmoshub.stacks.component.Section;
import io.atmoshub.stacks.component.StackSource;
import io.atmoshub.stacks.manifest.Footprint;
import io.atmoshub.stacks.manifest.Manifest;
import io.atmoshub.stacks.merge.Merge;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A component in a stack. Nothing is worked out before it is asked for.
public final class Component {
    private final StackEngine engine;
    private final StackSource source;
    private final String stack;
    private final String type;
    private final String name;
    private final YamlMapping written;
    private final Object identity;
    private volatile @Nullable Content content;
    private volatile @Nullable YamlMapping section;
    /// Instead, where nothing is kept: the sections of a whole project are big, and most are looked at once.
    private volatile @Nullable WeakReference<YamlMapping> lately;
    /// What the section was made of, besides what is written for the component itself.
    private volatile List<Layer> inherited = List.of();
    /// Nothing while the section is not there, or could come out differently for another engine.
    private volatile boolean sectionLasts;

    private volatile @Nullable Kept kept;

    /// The layers, put together, and what was looked at for them.
    private record Content(ComponentSection section, Footprint footprint) {}

    /// What was worked out from a section, and what was looked at for it.
    private record Kept(YamlMapping section, Resolved resolved, Footprint footprint) {}

    Component(StackEngine engine, StackSource source, String stack, String type, String name, YamlMapping written) {
        this(engine, source, stack, type, name, written, new Object());
    }

    private Component(
            StackEngine engine,
            StackSource source,
            String stack,
            String type,
            String name,
            YamlMapping written,
            Object identity) {
        this.identity = identity;
        this.engine = engine;
        this.source = source;
        this.stack = stack;
        this.type = type;
        this.name = name;
        this.written = written;
    }

    private ComponentSection content() {
        Content known = content;
        if (known == null) {
            Footprint footprint = new Footprint();
            known = new Content(footprint.during(() -> new ComponentSection(source, type, name, written)), footprint);
            content = known;
        }
        Footprint.all(known.footprint());
        return known.section();
    }

    /// The same component for an engine that opened its manifest as it was.
    Component in(StackEngine other) {
        Component same = new Component(other, source, stack, type, name, written, identity);
        if (sectionLasts) {
            same.content = content;
            same.section = section;
            same.inherited = inherited;
            same.sectionLasts = true;
            same.kept = kept;
        }
        return same;
    }

    /// With all that was worked out of it before, if nothing that it was made of has changed since.
    ///
    /// @param before it, from a look at the manifest in which the same held for all components
    /// @param changed the names of components of the type that are written otherwise since
    Component after(Component before, Set<String> changed) {
        if (!before.sectionLasts || !stack.equals(before.stack) || changed.contains(name)) {
            return this;
        }
        for (Layer base : before.inherited) {
            if (changed.contains(base.name())) {
                return this;
            }
        }
        Component same = new Component(engine, source, stack, type, name, written, before.identity);
        same.section = before.section;
        same.inherited = before.inherited;
        same.sectionLasts = true;
        same.kept = before.kept;
        return same;
    }

    /// What two engines share as long as nothing the component is made from changes.
    public Object identity() {
        return identity;
    }

    public String stack() {
        return stack;
    }

    /// Such as `terraform`.
    public String type() {
        return type;
    }

    public String name() {
        return name;
    }

    /// The name of the folder with its code.
    public String base() {
        return content().base();
    }

    public Manifest manifest() {
        return source.manifest();
    }

    /// Where the stack's manifest, or the last one it imports, begins to say what the component is.
    public Origin origin() {
        return written.origin();
    }

    /// Components it inherits, the nearest first.
    public List<String> inheritance() {
        return content().bases();
    }

    /// Keys of everything the stack's manifest imports.
    public SortedSet<String> imports() {
        return source.manifest().importKeys();
    }

    /// Whether it is there to be inherited only. That itself is not inherited.
    public boolean isAbstract() {
        return written.get("metadata") instanceof YamlMapping metadata && "abstract".equals(metadata.text("type"));
    }

    public boolean isEnabled() {
        return !"false".equals(content().section(Section.METADATA).text("enabled"));
    }

    /// All sections, merged; templates and functions stand in it as they are written.
    public YamlMapping section() {
        WeakReference<YamlMapping> last = lately;
        YamlMapping known = last == null ? section : last.get();
        if (known == null) {
            Footprint footprint = new Footprint();
            known = footprint.during(() -> Completion.of(engine, this, content().build(stack)));
            if (engine.isKeeping()) {
                section = known;
                inherited = content().inherited();
                sectionLasts = footprint.isEmpty();
            } else {
                lately = new WeakReference<>(known);
            }
            Footprint.all(footprint);
        }
        return known;
    }

    /// The section with templates rendered and functions run.
    public Resolved resolved(Processing processing) {
        return engine.isKeeping() && processing.equals(Processing.ALL)
                ? kept()
                : engine.renderer().resolved(this, processing, Set.of());
    }

    private Resolved kept() {
        YamlMapping from = section();
        Kept known = kept;
        if (known != null && known.section().equals(from) && holds(known.footprint())) {
            Footprint.all(known.footprint());
            return known.resolved();
        }
        Footprint footprint = new Footprint();
        Resolved resolved = footprint.during(() -> engine.renderer().resolved(this, Processing.ALL, Set.of()));
        Footprint.all(footprint);
        kept = footprint.isFleeting() ? null : new Kept(from, resolved, footprint);
        return resolved;
    }

    private boolean holds(Footprint footprint) {
        return footprint.isEmpty()
                || (footprint.holds() && footprint.components().stream().allMatch(engine::isAsAsked));
    }

    /// Only these sections of it; nothing is worked out for the others.
    public Resolved resolved(Processing processing, Set<String> sections) {
        return engine.renderer().resolved(this, processing, sections);
    }

    /// Every place that sets the value at a path such as `vars`, `tags`, `team`, from the weakest to the strongest.
    /// Where values are not merged, the last one counts.
    public List<Setting> settings(List<String> path) {
        return new Provenance(source.manifest(), type, name, content()).settings(path);
    }

    /// The tools it depends on, each with every place that says so.
    ///
    /// @throws StackException when two places can't be met at once
    public List<ToolRequirement> tools() {
        return ToolDemands.of(engine, this);
    }

    /// How far from the stack's manifest the manifest of a place is: 1 for itself, 0 when it is none of them.
    public int depth(Origin place) {
        String file = engine.below(place.file());
        return source.manifest().parts().stream()
                .filter(part -> part.manifest().file().equals(file))
                .mapToInt(Manifest.Part::depth)
                .min()
                .orElse(0);
    }

    /// What other tools call it, for templates.
    public Map<String, @Nullable Object> integrations() {
        return Integrations.names(engine, this);
    }

    void checkBackends() {
        content().checkBackends(stack);
    }

    /// How lists are merged in this component.
    public Merge merge() {
        return content().merge();
    }

    @Override
    public String toString() {
        return name + " in " + stack;
    }
}
