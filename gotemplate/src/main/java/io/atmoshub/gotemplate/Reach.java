package io.atmoshub.gotemplate;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What a template may learn of the world outside. The caller says it by overriding; nothing is granted by default,
/// and what isn't granted throws [NotReachable].
public interface Reach {

    /// Nothing.
    Reach NOTHING = new Reach() {};

    /// All environment variables the template may see; asking for another one finds it unset.
    default Map<String, String> environment() {
        throw new NotReachable("environment variables");
    }

    /// A file or folder.
    ///
    /// @throws IOException when it can't be read
    default GoFile file(String path) throws IOException {
        throw new NotReachable("files");
    }

    /// What `datasource "alias"` and `include "alias"` read, undecoded.
    ///
    /// @param arguments what stands behind the alias: parts of a path, or a query
    /// @throws IOException when it can't be read
    default DataSource dataSource(String alias, List<String> arguments) throws IOException {
        throw new NotReachable("data sources");
    }

    /// The names of the data sources there are.
    default Set<String> dataSources() {
        return Set.of();
    }

    /// Whether there is a data source of this name.
    default boolean hasDataSource(String alias) {
        return dataSources().contains(alias);
    }

    /// What `defineDatasource` does.
    default void defineDataSource(String alias, String url) {
        throw new NotReachable("data sources of its own");
    }

    /// The addresses of a host.
    ///
    /// @throws IOException when it isn't known
    default List<String> addresses(String host) throws IOException {
        throw new NotReachable("the network");
    }

    default Instant now() {
        throw new NotReachable("the clock");
    }

    /// The time zone that Go calls Local.
    default ZoneId zone() {
        return java.time.ZoneOffset.UTC;
    }

    /// For keys and passwords this must be a `SecureRandom`.
    default RandomGenerator random() {
        throw new NotReachable("random numbers");
    }

    default Yaml yaml() {
        throw new NotReachable("a reader for YAML");
    }
}
