package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.text.Paths;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `path` and `filepath`: with slashes everywhere, so that a project means the same on every machine.
final class PathFunctions {

    private PathFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "Base" -> call -> Paths.base(Conversions.text(call.of(1), 0));
            case "Clean" -> call -> Paths.clean(Conversions.text(call.of(1), 0));
            case "Dir" -> call -> Paths.dir(Conversions.text(call.of(1), 0));
            case "Ext" -> call -> Paths.ext(Conversions.text(call.of(1), 0));
            case "IsAbs" -> call -> Conversions.text(call.of(1), 0).startsWith("/");
            case "Join" -> PathFunctions::join;
            case "Split" ->
                call -> {
                    String path = Conversions.text(call.of(1), 0);
                    int slash = path.lastIndexOf('/') + 1;
                    return new ArrayList<>(List.of(path.substring(0, slash), path.substring(slash)));
                };
            case "FromSlash", "ToSlash" -> call -> Conversions.text(call.of(1), 0);
            case "VolumeName" -> call -> "";
            case "Rel" -> PathFunctions::relative;
            default -> null;
        };
    }

    private static String join(Call call) {
        var parts = new ArrayList<String>();
        for (var value : call.from(0)) {
            String part = Conversions.text(call, value);
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? "" : Paths.clean(String.join("/", parts));
    }

    private static String relative(Call call) {
        String base = Paths.clean(Conversions.text(call.of(2), 0));
        String target = Paths.clean(Conversions.text(call, 1));
        if (base.startsWith("/") != target.startsWith("/")) {
            throw call.fail("one of the paths is absolute and the other isn't.");
        }
        var from = java.nio.file.Path.of(base.equals(".") ? "" : base);
        var to = java.nio.file.Path.of(target.equals(".") ? "" : target);
        String relative = from.relativize(to).toString().replace('\\', '/');
        return relative.isEmpty() ? "." : relative;
    }
}
