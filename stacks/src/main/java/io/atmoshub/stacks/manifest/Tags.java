package io.atmoshub.stacks.manifest;

import io.atmoshub.project.Limits;
import io.atmoshub.project.RefusedException;
import io.atmoshub.project.query.Query;
import io.atmoshub.project.query.QueryException;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import io.atmoshub.stacks.Spelling;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.merge.FunctionCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What becomes of tags while a file is read: `!include` is replaced by what it includes, the other functions become
/// texts such as `!env HOME` that wait until somebody asks for the value.
///
/// @param folder where relative paths begin
/// @param base where they begin as well, when there is nothing in the folder
record Tags(Path folder, Path base, Limits limits) {
    private static final Set<String> INCLUDES = Set.of("!include", "!include.raw");
    private static final Set<String> YAML = Set.of(".yaml", ".yml", ".json");

    YamlNode resolved(YamlNode node) {
        return switch (node) {
            case Scalar scalar -> scalar.tag().isEmpty() ? scalar : tagged(scalar);
            case Sequence sequence -> sequence(sequence);
            case YamlMapping mapping -> resolved(mapping);
        };
    }

    YamlMapping resolved(YamlMapping mapping) {
        YamlMapping.Builder changed = null;
        for (YamlMapping.Entry entry : mapping) {
            YamlNode value = resolved(entry.value());
            if (value != entry.value()) {
                changed = changed == null ? mapping.toBuilder() : changed;
                changed.put(entry.key(), entry.place(), value);
            }
        }
        return changed == null ? mapping : changed.build();
    }

    private Sequence sequence(Sequence sequence) {
        List<YamlNode> items = new ArrayList<>(sequence.items().size());
        boolean changed = false;
        for (YamlNode item : sequence.items()) {
            YamlNode value = resolved(item);
            changed |= value != item;
            items.add(value);
        }
        return changed ? new Sequence(sequence.origin(), sequence.tag(), items) : sequence;
    }

    private YamlNode tagged(Scalar scalar) {
        String name = scalar.tag().substring(1);
        if (!FunctionCall.isKnown(name)) {
            throw new StackException(
                    scalar.origin(),
                    "There is no YAML function %s.".formatted(scalar.tag()),
                    Spelling.suggestion(name, FunctionCall.names()) + "Put the value in quotes if it is text.");
        }
        if (name.equals("literal")) {
            return scalar;
        }
        if (INCLUDES.contains(scalar.tag())) {
            return included(scalar);
        }
        return Scalar.of(scalar.origin(), new FunctionCall(name, scalar.text()).toString());
    }

    private YamlNode included(Scalar scalar) {
        List<String> words = List.of(scalar.text().strip().split("\\s+", 2));
        String name = words.getFirst().replaceAll("^['\"]|['\"]$", "");
        try {
            String text = limits.text(found(name));
            boolean data = scalar.tag().equals("!include") && YAML.contains(StacksFolder.extension(name));
            YamlNode content = data ? Yaml.parse(name, text) : Scalar.of(scalar.origin(), text);
            if (words.size() < 2) {
                return content;
            }
            Object picked =
                    Query.of(words.getLast().replaceAll("^['\"]|['\"]$", "")).one(content.toJava());
            return YamlNode.ofJava(scalar.origin(), picked);
        } catch (RefusedException e) {
            return Scalar.of(scalar.origin(), scalar.tag() + " " + scalar.text());
        } catch (QueryException e) {
            throw notIncluded(scalar.origin(), e);
        } catch (IOException e) {
            throw notIncluded(scalar.origin(), e);
        }
    }

    private static StackException notIncluded(Origin origin, Exception failure) {
        return new StackException(
                origin,
                "The file can't be included: %s.".formatted(failure.getMessage()),
                "Paths begin at the folder of this manifest, or at the project's base path.",
                failure);
    }

    private Path found(String name) {
        Path beside = folder.resolve(name).normalize();
        Path below = base.resolve(name).normalize();
        boolean fromBase = !name.startsWith(".") && limits.mayRead(below) && Files.isRegularFile(below);
        boolean fromFolder = limits.mayRead(beside) && Files.isRegularFile(beside);
        return fromBase && !fromFolder ? below : beside;
    }
}
