package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoFile;
import io.atmoshub.gotemplate.GoObject;
import io.atmoshub.gotemplate.NotReachable;
import io.atmoshub.gotemplate.text.Paths;
import io.atmoshub.gotemplate.time.GoTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `file`: files are read as far as the caller grants it, and never written.
final class FileFunctions {

    private FileFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "Read" ->
                call -> reading(call, file -> {
                    byte[] bytes = file.read(call.limits().output());
                    call.willMake(bytes.length);
                    return new String(bytes, StandardCharsets.UTF_8);
                });
            case "Exists" -> call -> reading(call, GoFile::exists);
            case "IsDir" -> call -> reading(call, GoFile::isFolder);
            case "ReadDir" -> call -> reading(call, file -> new ArrayList<>(file.names()));
            case "Stat" ->
                call -> reading(call, file -> {
                    if (!file.exists()) {
                        throw new IOException("there is no such file");
                    }
                    return new Stat(Paths.base(Conversions.text(call, 0)), file);
                });
            case "Walk" ->
                call -> reading(call, file -> {
                    var found = new ArrayList<@Nullable Object>();
                    walk(call, Conversions.text(call, 0), file, found);
                    return found;
                });
            case "Write" ->
                call -> {
                    throw new NotReachable("files to write to");
                };
            default -> null;
        };
    }

    private interface Reading {
        Object from(GoFile file) throws IOException;
    }

    private static Object reading(Call call, Reading reading) {
        String path = Conversions.text(call.of(1), 0);
        try {
            return reading.from(call.reach().file(path));
        } catch (IOException e) {
            throw call.fail("\"" + path + "\" can't be read: " + e.getMessage() + ".");
        }
    }

    private static void walk(Call call, String path, GoFile file, List<@Nullable Object> found) throws IOException {
        call.spend(1);
        found.add(path);
        if (file.isFolder()) {
            for (String name : file.names()) {
                String inner = Paths.clean(path + "/" + name);
                walk(call, inner, call.reach().file(inner), found);
            }
        }
    }

    /// What Go's `os.FileInfo` says.
    private record Stat(String name, GoFile file) implements GoObject {
        @Override
        public @Nullable Function member(String member) {
            return switch (member) {
                case "Name" -> call -> name;
                case "Size" -> call -> file.size();
                case "IsDir" -> call -> file.isFolder();
                case "ModTime" -> call -> GoTime.of(file.modified(), ZoneOffset.UTC);
                default -> null;
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
