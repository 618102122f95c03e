package io.atmoshub.gotemplate;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/// A small world for tests: it is always the same, and says what was asked of it.
final class TestReach implements Reach {

    final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/ana", "STAGE", "dev"));
    final Map<String, String> files = new LinkedHashMap<>();
    final Map<String, DataSource> sources = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    private final Random random = new Random(7);

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public GoFile file(String path) {
        asked.add(path);
        return new TestFile(files, path);
    }

    @Override
    public DataSource dataSource(String alias, List<String> arguments) throws IOException {
        asked.add(alias + arguments);
        var source = sources.get(alias);
        if (source == null) {
            throw new IOException("there is no data source " + alias);
        }
        return source;
    }

    @Override
    public java.util.Set<String> dataSources() {
        return sources.keySet();
    }

    @Override
    public List<String> addresses(String host) throws IOException {
        if (!host.equals("example.org")) {
            throw new IOException("unknown");
        }
        return List.of("192.0.2.7");
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-03-04T05:06:07.089Z");
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    /// JSON is YAML too, and all the YAML these tests need.
    @Override
    public Yaml yaml() {
        return new Yaml() {
            @Override
            public Object read(String text) {
                return io.atmoshub.gotemplate.json.JsonReader.readKeepingWholeNumbers(text);
            }

            @Override
            public String write(Object value) {
                return "yaml of " + value + "\n";
            }
        };
    }

    record TestFile(Map<String, String> files, String path) implements GoFile {

        @Override
        public boolean exists() {
            return files.containsKey(path) || isFolder();
        }

        @Override
        public boolean isFolder() {
            return !names().isEmpty();
        }

        @Override
        public long size() {
            return files.getOrDefault(path, "").length();
        }

        @Override
        public Instant modified() {
            return Instant.EPOCH;
        }

        @Override
        public byte[] read(int most) throws IOException {
            if (!files.containsKey(path)) {
                throw new IOException("there is no file " + path);
            }
            return files.get(path).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public List<String> names() {
            return files.keySet().stream()
                    .filter(file -> file.startsWith(path + "/"))
                    .map(file -> file.substring(path.length() + 1).replaceFirst("/.*", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
