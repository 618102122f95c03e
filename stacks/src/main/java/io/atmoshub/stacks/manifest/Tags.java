package io.atmoshub.stacks.manifest;

import io.atmoshub.project.Limits;
import io.atmoshub.project.query.Query;
import io.atmoshub.project.query.QueryException;
import io.atmoshub.project.remote.RemoteAddress;
import io.atmoshub.project.remote.RemoteCopy;
import io.atmoshub.project.remote.RemoteException;
import io.atmoshub.project.remote.Remotes;
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
import java.util.Optional;
import java.util.Set;

/// What becomes of tags while a file is read: `!include` is replaced by what it includes, the other functions become
/// texts such as `!env HOME` that wait until somebody asks for the value.
///
/// @param folder where relative paths begin
/// @param base where they begin as well, when there is nothing in the folder
record Tags(Path folder, Path base, Limits limits, Remotes remotes, int depth) {
    /// Includes that include.
    private static final int DEEPEST = 10;

    private static final Set<String> INCLUDES = Set.of("!include", "!include.raw");

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

    /// What can't be included stays marked, for whoever asks for that value.
    private YamlNode included(Scalar scalar) {
        List<String> words = List.of(scalar.text().strip().split("\\s+", 2));
        String name = unquoted(words.getFirst());
        try {
            YamlNode content = RemoteAddress.isRemote(name) ? remote(scalar, name) : content(scalar, name, found(name));
            if (words.size() < 2) {
                return content;
            }
            Object picked = Query.of(unquoted(words.getLast())).one(content.toJava());
            return YamlNode.ofJava(scalar.origin(), picked);
        } catch (QueryException e) {
            throw new StackException(
                    scalar.origin(),
                    "What is asked of %s is not understood: %s.".formatted(name, e.getMessage()),
                    "Write a path such as .name after the file.",
                    e);
        } catch (IOException | RemoteException e) {
            return Scalar.of(scalar.origin(), scalar.tag() + " " + scalar.text());
        }
    }

    /// A file from elsewhere is fetched as imports are, under the same limits.
    private YamlNode remote(Scalar scalar, String name) throws IOException {
        RemoteAddress address = RemoteAddress.of(name);
        RemoteCopy copy = remotes.get(address, Optional.empty());
        Footprint.until(copy.until());
        Path file = copy.folder().resolve(copy.path());
        return content(scalar, address.shown().replaceFirst("[?#].*$", ""), file, FilesBelow.plainText(file));
    }

    private YamlNode content(Scalar scalar, String name, Path file) throws IOException {
        return content(scalar, name, file, limits.text(file));
    }

    private YamlNode content(Scalar scalar, String name, Path file, String text) throws IOException {
        if (scalar.tag().equals("!include.raw")) {
            return Scalar.of(scalar.origin(), text);
        }
        return switch (StacksFolder.extension(name)) {
            case ".yaml", ".yml", ".json" -> {
                if (depth >= DEEPEST) {
                    throw new IOException("files include each other more than %d times".formatted(DEEPEST));
                }
                Path parent = file.getParent();
                Tags inner = new Tags(parent == null ? folder : parent, base, limits, remotes, depth + 1);
                yield inner.resolved(Yaml.parse(name, text));
            }
            case ".tfvars", ".hcl" -> YamlNode.ofJava(scalar.origin(), Hcl.read(text));
            default -> Scalar.of(scalar.origin(), text);
        };
    }

    private static String unquoted(String word) {
        return word.replaceAll("^['\"]|['\"]$", "");
    }

    private Path found(String name) {
        Path beside = folder.resolve(name).normalize();
        Path below = base.resolve(name).normalize();
        Footprint.file(beside);
        Footprint.file(below);
        boolean fromBase = !name.startsWith(".") && limits.mayRead(below) && Files.isRegularFile(below);
        boolean fromFolder = limits.mayRead(beside) && Files.isRegularFile(beside);
        return fromBase && !fromFolder ? below : beside;
    }
}
