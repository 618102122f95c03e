package io.atmoshub.stacks.render;

import io.atmoshub.gotemplate.DataSource;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.GoFile;
import io.atmoshub.gotemplate.NotReachable;
import io.atmoshub.gotemplate.Reach;
import io.atmoshub.gotemplate.Yaml;
import io.atmoshub.project.Limits;
import io.atmoshub.project.Project;
import io.atmoshub.project.RefusedException;
import io.atmoshub.project.TemplatesConfig;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlWriter;
import io.atmoshub.stacks.manifest.Footprint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What templates of a project may learn of the world: what the limits of reading it allow.
final class ProjectReach implements Reach {
    private final Limits limits;
    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, @Nullable Object> sources;

    ProjectReach(Project project, TemplatesConfig config) {
        this.limits = project.limits();
        this.folder = project.basePath();
        this.environment = new HashMap<>(limits.environment());
        this.environment.putAll(config.environment());
        this.sources = config.datasources();
    }

    @Override
    public Map<String, String> environment() {
        if (limits.variables().isEmpty()) {
            throw new NotReachable("environment variables");
        }
        return environment;
    }

    @Override
    public GoFile file(String path) throws IOException {
        Footprint.file(folder.resolve(path));
        Path file = limits.resolved(folder.resolve(path))
                .orElseThrow(() -> new NotReachable("files outside of the project"));
        return new ReadableFile(file, limits);
    }

    @Override
    public boolean hasDataSource(String alias) {
        return sources.containsKey(alias);
    }

    @Override
    public DataSource dataSource(String alias, List<String> arguments) throws IOException {
        Object source = sources.get(alias);
        String address = source instanceof Map<?, ?> map ? String.valueOf(map.get("url")) : alias;
        try {
            URI uri = URI.create(address.replace(" ", "%20"));
            if (uri.getScheme() != null && !uri.getScheme().equals("file")) {
                throw new NotReachable("data sources on other machines");
            }
            String path = uri.getPath() == null ? uri.getSchemeSpecificPart() : uri.getPath();
            Path file = folder.resolve(path);
            for (String more : arguments) {
                file = file.resolve(more);
            }
            Footprint.file(file);
            return new DataSource(limits.text(file), mediaType(file.toString()));
        } catch (RefusedException e) {
            throw new NotReachable("files outside of the project");
        } catch (IllegalArgumentException e) {
            throw new IOException("\"%s\" is no address".formatted(address), e);
        }
    }

    private static String mediaType(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "yaml", "yml" -> "application/yaml";
            case "toml" -> "application/toml";
            case "csv" -> "text/csv";
            case "env" -> "application/x-env";
            default -> "text/plain";
        };
    }

    @Override
    public List<String> addresses(String host) throws IOException {
        Footprint.fleeting();
        if (!limits.mayReach(host)) {
            throw new NotReachable("the network");
        }
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(InetAddress::getHostAddress)
                .toList();
    }

    @Override
    public Instant now() {
        Footprint.fleeting();
        return Instant.now();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    @Override
    public RandomGenerator random() {
        Footprint.fleeting();
        return new SecureRandom();
    }

    @Override
    public Yaml yaml() {
        return new ProjectYaml();
    }

    /// YAML for the functions that read and write it.
    private static final class ProjectYaml implements Yaml {
        @Override
        public @Nullable Object read(String text) {
            try {
                return io.atmoshub.project.yaml.Yaml.parse("yaml", text).toJava();
            } catch (YamlException e) {
                throw new FunctionException(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public String write(@Nullable Object value) {
            return YamlWriter.writeSorted(value);
        }
    }
}
