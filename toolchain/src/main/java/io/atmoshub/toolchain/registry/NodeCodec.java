package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A package's YAML in few bytes, places included, so that it is there again without a parser. Words that every
/// registry repeats are one byte; numbers stay the text they were.
final class NodeCodec {
    private static final List<String> WORDS = List.of("""
            type repo_owner repo_name description asset format version_constraint version_overrides
            overrides replacements supported_envs rosetta2 windows_arm_emulation checksum algorithm files
            name src goos goarch no_asset aliases search_words link url path file_format pattern file
            enabled cosign opts bundle signature certificate key slsa_provenance minisign public_key
            github_artifact_attestations signer_workflow predicate_type error_message version_prefix
            version_filter version_source complete_windows_ext windows_ext append_ext crate cargo
            github_release github_content github_archive http go_install go_build true false sha256 sha512
            linux darwin windows amd64 arm64 linux/amd64 darwin/amd64 windows/amd64 linux/arm64 x86_64
            aarch64 apple-darwin pc-windows-msvc unknown-linux-musl unknown-linux-gnu macos zip tar.gz raw
            tar.xz variants value envs github_tag macOS Darwin Linux Windows darwin/arm64 hard dir""".split("\\s+"));
    private static final Map<String, Integer> NUMBERS = numbers();

    private static final int NULL = 0;
    private static final int YES = 1;
    private static final int NO = 2;
    private static final int TEXT = 3;
    private static final int SEQUENCE = 4;
    private static final int MAPPING = 5;
    private static final int DEEPEST = 100;

    private NodeCodec() {}

    static byte[] encode(YamlNode node) {
        var out = new Out();
        out.number(node.origin().line());
        out.node(node, node.origin().line());
        return out.bytes.toByteArray();
    }

    /// @throws RuntimeException of any kind when these are not the bytes of a package
    static YamlNode decode(String file, ByteBuffer bytes) {
        var in = new In(file, bytes);
        return in.node(in.number(), 0);
    }

    private static Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        WORDS.forEach(word -> numbers.put(word, numbers.size()));
        return numbers;
    }

    private static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void node(YamlNode node, int base) {
            switch (node) {
                case YamlNode.Scalar scalar -> {
                    Object value = scalar.value();
                    int kind = value == null ? NULL : value.equals(true) ? YES : value.equals(false) ? NO : TEXT;
                    head(kind, scalar.origin(), base);
                    text(scalar.text());
                }
                case YamlNode.Sequence sequence -> {
                    head(SEQUENCE, sequence.origin(), base);
                    number(sequence.items().size());
                    sequence.items().forEach(item -> node(item, base));
                }
                case YamlMapping mapping -> {
                    head(MAPPING, mapping.origin(), base);
                    number(mapping.size());
                    for (YamlMapping.Entry entry : mapping) {
                        place(entry.place(), base);
                        text(entry.key());
                        node(entry.value(), base);
                    }
                }
            }
        }

        private void head(int kind, Origin origin, int base) {
            bytes.write(kind);
            place(origin, base);
        }

        /// What an alias stands for may be further up.
        private void place(Origin origin, int base) {
            int lines = origin.line() - base;
            number((lines << 1) ^ (lines >> 31));
            number(origin.column());
        }

        private void text(String text) {
            Integer word = NUMBERS.get(text);
            if (word != null) {
                number((word << 1) | 1);
                return;
            }
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length << 1);
            bytes.writeBytes(utf8);
        }

        void number(int number) {
            int rest = number;
            while ((rest & ~0x7F) != 0) {
                bytes.write((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            bytes.write(rest);
        }
    }

    private record In(String file, ByteBuffer bytes) {
        YamlNode node(int base, int depth) {
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("too deep");
            }
            int kind = bytes.get();
            Origin origin = place(base);
            return switch (kind) {
                case NULL -> new YamlNode.Scalar(origin, "", text(), null);
                case YES -> new YamlNode.Scalar(origin, "", text(), true);
                case NO -> new YamlNode.Scalar(origin, "", text(), false);
                case TEXT -> {
                    String text = text();
                    yield new YamlNode.Scalar(origin, "", text, text);
                }
                case SEQUENCE -> {
                    int size = size();
                    var items = new ArrayList<YamlNode>(size);
                    for (int i = 0; i < size; i++) {
                        items.add(node(base, depth + 1));
                    }
                    yield new YamlNode.Sequence(origin, "", items);
                }
                case MAPPING -> {
                    int size = size();
                    YamlMapping.Builder mapping = YamlMapping.builder(origin);
                    for (int i = 0; i < size; i++) {
                        Origin place = place(base);
                        String key = text();
                        mapping.put(key, place, node(base, depth + 1));
                    }
                    yield mapping.build();
                }
                default -> throw new IllegalArgumentException("no kind " + kind);
            };
        }

        private Origin place(int base) {
            int lines = number();
            return new Origin(file, base + ((lines >>> 1) ^ -(lines & 1)), number());
        }

        private String text() {
            int length = number();
            if ((length & 1) == 1) {
                return WORDS.get(length >> 1);
            }
            byte[] utf8 = new byte[within(length >> 1)];
            bytes.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }

        private int size() {
            return within(number());
        }

        private int within(int length) {
            if (length < 0 || length > bytes.remaining()) {
                throw new IllegalArgumentException("longer than what is left");
            }
            return length;
        }

        int number() {
            int number = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                int part = bytes.get();
                number |= (part & 0x7F) << shift;
                if (part >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("no number");
        }
    }
}
