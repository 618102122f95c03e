package io.atmoshub.stacks.render;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.GoObject;
import io.atmoshub.gotemplate.NotReachable;
import io.atmoshub.project.RefusedException;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.manifest.Footprint;
import io.atmoshub.stacks.manifest.Plain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// What templates call `atmos`: `(atmos.Component "vpc" "prod").vars.name`.
final class AtmosObject implements GoObject {
    private static final ThreadLocal<SequencedSet<String>> ASKING = ThreadLocal.withInitial(LinkedHashSet::new);

    private final StackEngine engine;
    private final TerraformOutputs outputs;
    private final ConcurrentMap<String, Answer> known = new ConcurrentHashMap<>();

    /// What a template gets, and what was looked at for it.
    private record Answer(Map<String, @Nullable Object> sections, Footprint footprint) {}

    AtmosObject(StackEngine engine, TerraformOutputs outputs) {
        this.engine = engine;
        this.outputs = outputs;
    }

    @Override
    public @Nullable Function member(String name) {
        return switch (name) {
            case "Component" -> this::component;
            case "GomplateDatasource" -> TemplateFunctions.ALL.find("datasource");
            case "Resolve" -> call -> call.of(1).value(0);
            case "Store" ->
                call -> {
                    throw new NotReachable("stores");
                };
            default -> null;
        };
    }

    @Override
    public String typeName() {
        return "atmos";
    }

    private Map<String, @Nullable Object> component(Call call) {
        String name = call.of(2).text(0);
        String stack = call.text(1);
        String key = stack + "/" + name;
        Answer before = known.get(key);
        if (before != null && (!engine.isKeeping() || before.footprint().isUnchanged())) {
            Footprint.all(before.footprint());
            return before.sections();
        }
        SequencedSet<String> asking = ASKING.get();
        if (!asking.add(key)) {
            throw new FunctionException(
                    "components ask for each other in a circle: %s -> %s.".formatted(String.join(" -> ", asking), key));
        }
        try {
            Footprint footprint = new Footprint();
            Map<String, @Nullable Object> all = footprint.during(() -> sections(stack, name));
            Footprint.all(footprint);
            known.put(key, new Answer(all, footprint));
            return all;
        } catch (StackException e) {
            throw new FunctionException(e.problem().replaceFirst("^(The template fails: )+", ""));
        } finally {
            asking.remove(key);
        }
    }

    private Map<String, @Nullable Object> sections(String stack, String name) {
        Component component = engine.component(stack, name);
        Map<String, @Nullable Object> sections =
                Plain.map(component.resolved(Processing.ALL).section());
        return new LazyOutputs(sections, () -> outputs(component));
    }

    private Map<String, @Nullable Object> outputs(Component component) {
        try {
            return outputs.of(component);
        } catch (RefusedException e) {
            throw new NotReachable("outputs of Terraform components");
        } catch (IOException e) {
            throw new FunctionException(String.valueOf(e.getMessage()));
        }
    }

    /// `collectKeys`: the keys of all maps it is given, sorted.
    static @Nullable Function collectKeys(String name) {
        if (!name.equals("collectKeys")) {
            return null;
        }
        return call -> {
            TreeSet<String> keys = new TreeSet<>();
            for (Object value : call.from(0)) {
                for (Object each : value instanceof List<?> list ? list : List.of(value == null ? Map.of() : value)) {
                    if (each instanceof Map<?, ?> map) {
                        map.keySet().forEach(key -> keys.add(String.valueOf(key)));
                    }
                }
            }
            return new ArrayList<>(keys);
        };
    }
}
