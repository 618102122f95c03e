package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.FunctionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The part of JSONPath that finds things by name, position and `*`: `$.a.b[0]['c'].*`. No filters, no `..`.
final class JsonPath {

    private JsonPath() {}

    static @Nullable Object find(Call call, String path, @Nullable Object value) {
        List<@Nullable Object> found = new ArrayList<>();
        found.add(value);
        boolean many = false;
        for (String step : steps(path)) {
            List<@Nullable Object> next = new ArrayList<>();
            for (var each : found) {
                call.spend(1);
                if (step.equals("*")) {
                    next.addAll(children(each));
                } else {
                    next.add(child(call, path, each, step));
                }
            }
            many |= step.equals("*");
            found = next;
        }
        call.spend(found.size());
        return many ? found : found.get(0);
    }

    private static List<String> steps(String path) {
        String text = path.strip();
        if (text.startsWith("{") && text.endsWith("}")) {
            text = text.substring(1, text.length() - 1);
        }
        text = text.startsWith("$") ? text.substring(1) : text;
        var steps = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '[') {
                int end = text.indexOf(']', at);
                if (end < 0) {
                    throw wrong(path);
                }
                String inside = text.substring(at + 1, end).strip();
                boolean quoted = inside.length() > 1 && "'\"".indexOf(inside.charAt(0)) >= 0;
                steps.add(quoted ? inside.substring(1, inside.length() - 1) : inside);
                at = end + 1;
                continue;
            }
            int from = c == '.' ? at + 1 : at;
            int end = from;
            while (end < text.length() && ".[".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end == from && text.length() > 1) {
                throw wrong(path);
            }
            if (end > from) {
                steps.add(text.substring(from, end));
            }
            at = end;
        }
        if (steps.stream()
                .anyMatch(step -> step.isEmpty() || "?(".indexOf(step.charAt(0)) >= 0 || step.contains(":"))) {
            throw wrong(path);
        }
        return steps;
    }

    private static FunctionException wrong(String path) {
        return new FunctionException("\"" + path
                + "\" isn't a path that is supported: names, positions and * are, filters, ranges and .. aren't.");
    }

    private static List<?> children(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(map.values());
        }
        return value instanceof List<?> list ? list : List.of();
    }

    private static @Nullable Object child(Call call, String path, @Nullable Object value, String step) {
        if (value instanceof Map<?, ?> map && map.containsKey(step)) {
            return map.get(step);
        }
        if (value instanceof List<?> list && step.matches("-?[0-9]{1,9}")) {
            int position = Integer.parseInt(step);
            int at = position < 0 ? position + list.size() : position;
            if (at >= 0 && at < list.size()) {
                return list.get(at);
            }
        }
        throw call.fail("there is no \"" + step + "\" where \"" + path + "\" looks for it.");
    }
}
