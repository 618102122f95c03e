package io.atmoshub.project.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads YAML: the first document of a file or a text, as a tree. An empty document is a null.
public final class Yaml {
    private Yaml() {}

    public static YamlNode parse(String file, String text) {
        return parse(file, text, YamlLimits.DEFAULT);
    }

    /// @param file the name of the text in [Origin]s and messages
    public static YamlNode parse(String file, String text, YamlLimits limits) {
        if (text.length() > limits.bytes()) {
            throw tooLarge(file, text.length(), limits);
        }
        YamlNode plain = PlainYaml.read(file, text, 1, limits);
        return plain == null
                ? new YamlComposer(file, limits).compose(text.startsWith("\uFEFF") ? text.substring(1) : text)
                : plain;
    }

    /// A stretch of a longer text, such as one item of a list; nothing where it needs the complete parser, or the rest.
    ///
    /// @param firstLine the number of the line that it begins with
    public static Optional<YamlNode> plain(String file, String stretch, int firstLine, YamlLimits limits) {
        return Optional.ofNullable(PlainYaml.read(file, stretch, firstLine, limits));
    }

    public static YamlNode read(Path path) {
        return read(path, path.toString(), YamlLimits.DEFAULT);
    }

    public static YamlNode read(Path path, String file, YamlLimits limits) {
        return parse(file, text(path, file, limits), limits);
    }

    /// The text of a file, refused before it is read when it is too large.
    public static String text(Path path, String file, YamlLimits limits) {
        try {
            long size = Files.size(path);
            if (size > limits.bytes()) {
                throw tooLarge(file, size, limits);
            }
            byte[] bytes = Files.readAllBytes(path);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new YamlException(Origin.startOf(file), "The file is not UTF-8.", "Save it with that encoding.");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static YamlException tooLarge(String file, long size, YamlLimits limits) {
        return new YamlException(
                Origin.startOf(file),
                "The file has %,d bytes, more than the %,d that are read.".formatted(size, limits.bytes()),
                "Split it, or import only what is needed.");
    }
}
