package io.atmoshub.assistant.memory;

import io.atmoshub.assistant.file.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// As much of a memory as goes into a prompt, and what was left out, with the lines it has in the file. The sections
/// that settings name come first where not all fit; of learnings the latest do.
public record MemoryExcerpt(String text, List<String> leftOut) {
    /// About 4,000 tokens.
    public static final int USUAL = 16_000;
    /// Less of a section than this is no use.
    private static final int LEAST = 300;

    public MemoryExcerpt {
        leftOut = List.copyOf(leftOut);
    }

    public static MemoryExcerpt of(ProjectMemory memory, List<String> first, int most) {
        String preamble = memory.preamble();
        int room = most;
        List<String> leftOut = new ArrayList<>();
        if (preamble.length() > most / 4) {
            preamble = head(preamble, most / 4);
            leftOut.add("the rest of what stands before the first section");
        }
        room -= preamble.length();
        Map<Integer, String> taken = new TreeMap<>();
        Map<Integer, String> missing = new TreeMap<>();
        for (Section section : inOrderOfWeight(memory, first)) {
            String text = section.text();
            if (text.length() <= room) {
                taken.put(section.line(), text);
                room -= text.length();
                continue;
            }
            boolean part = room >= LEAST;
            if (part) {
                String body = section.key().startsWith(ProjectMemory.LEARNINGS)
                        ? end(section.body(), room - section.heading().length())
                        : head(section.body(), room - section.heading().length());
                taken.put(section.line(), section.heading() + body);
                room = 0;
            }
            missing.put(
                    section.line(),
                    "%s%s (lines %d to %d)"
                            .formatted(part ? "part of " : "", section.key(), section.line(), section.lastLine()));
        }
        leftOut.addAll(missing.values());
        return new MemoryExcerpt(Secrets.masked(preamble + String.join("", taken.values())), leftOut);
    }

    private static List<Section> inOrderOfWeight(ProjectMemory memory, List<String> first) {
        Set<String> keys = new LinkedHashSet<>();
        first.forEach(name -> memory.section(name).ifPresent(section -> keys.add(section.key())));
        Map<String, Section> byKey = new LinkedHashMap<>();
        memory.sections().forEach(section -> byKey.put(section.key(), section));
        keys.addAll(byKey.keySet());
        return keys.stream()
                .flatMap(key -> java.util.stream.Stream.ofNullable(byKey.get(key)))
                .toList();
    }

    private static String head(String text, int most) {
        StringBuilder kept = new StringBuilder();
        for (String line : TextLines.of(text)) {
            if (kept.length() + line.length() > most) {
                break;
            }
            kept.append(line);
        }
        return kept.toString();
    }

    private static String end(String text, int most) {
        List<String> kept = new ArrayList<>();
        int length = 0;
        for (String line : TextLines.of(text).reversed()) {
            length += line.length();
            if (length > most) {
                break;
            }
            kept.addFirst(line);
        }
        return String.join("", kept);
    }
}
