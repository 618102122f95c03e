package io.atmoshub.assistant.tool.stack;

import io.atmoshub.project.yaml.YamlWriter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How answers are written: short, and cut where they would be long, with the way to the rest.
final class Texts {
    private static final int LONGEST = 16_000;
    private static final int LONGEST_VALUE = 160;

    private Texts() {}

    /// Lines of a long list, from `skip` on.
    static <T> String listed(List<T> all, int skip, int most, String tool, Function<T, String> line) {
        int from = Math.clamp(skip, 0, all.size());
        List<T> shown = all.subList(from, Math.min(all.size(), from + most));
        StringBuilder text = new StringBuilder();
        shown.forEach(each -> text.append(line.apply(each)).append('\n'));
        int left = all.size() - from - shown.size();
        if (left > 0) {
            text.append("… %,d more; call %s again with skip=%d%n".formatted(left, tool, from + shown.size()));
        }
        return text.toString();
    }

    /// YAML with sorted keys, as far as there is room.
    static String yaml(@Nullable Object value, String wayToTheRest) {
        String text = YamlWriter.writeSorted(value);
        if (text.length() <= LONGEST) {
            return text;
        }
        String cut = text.substring(0, text.lastIndexOf('\n', LONGEST) + 1);
        return cut + "… cut after %,d of %,d characters; %s%n".formatted(cut.length(), text.length(), wayToTheRest);
    }

    /// A value in one line.
    static String inline(@Nullable Object value) {
        String text = YamlWriter.writeSorted(value).strip().replaceAll("\\s*\\n\\s*", "; ");
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE - 1) + "…" : text;
    }

    static String quoted(String text) {
        String line =
                text.replace('`', '\'').replaceAll("\\p{Cntrl}|\\p{Cf}", " ").strip();
        return "`" + (line.length() > 120 ? line.substring(0, 119) + "…" : line) + "`";
    }

    static String counted(int count, String one) {
        return count == 1 ? "1 " + one : "%,d %ss".formatted(count, one);
    }
}
