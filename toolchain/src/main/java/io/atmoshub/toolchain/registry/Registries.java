package io.atmoshub.toolchain.registry;

import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.AquaPackage;
import io.atmoshub.toolchain.fetch.Documents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The registries, the one with the highest priority first. One that fails is said aloud once, and the next is asked.
public final class Registries {
    private static final int HOPS = 10;

    private final RegistrySettings settings;
    private final RegistryOpener opener;
    private final Progress progress;
    private final Map<RegistryPlace, Optional<Registry>> open = new LinkedHashMap<>();
    private final Map<RegistryPlace, ToolchainException> troubles = new LinkedHashMap<>();
    private final Map<Asked, Optional<AquaPackage>> packages = new HashMap<>();

    /// @param cache where indexes are kept
    /// @param ttl how long a registry from the network is not asked for again
    public Registries(
            RegistrySettings settings,
            Path cache,
            Duration ttl,
            boolean offline,
            Documents documents,
            Progress progress) {
        this.settings = settings;
        this.opener = new RegistryOpener(new IndexCache(cache.resolve("registries"), ttl, offline), documents);
        this.progress = progress;
    }

    private record Asked(RegistryPlace place, String name) {}

    /// A package, and the registry that has it.
    public record Found(RegistryPlace registry, AquaPackage tool) {}

    /// What a search finds.
    public record Hit(String registry, Summary summary) {}

    /// How a registry is.
    public record Health(RegistryPlace registry, Optional<Integer> packages, Optional<ToolchainException> trouble) {}

    /// Whether all that were asked so far are part of this program or of `atmos.yaml` itself.
    public synchronized boolean ownOnly() {
        return open.keySet().stream()
                .allMatch(place -> place.source() instanceof RegistrySource.BuiltIn
                        || place.source() instanceof RegistrySource.Inline);
    }

    public Optional<Found> find(String name) {
        return all(name).findFirst();
    }

    /// From every registry that has it, the strongest first. Weaker ones are only asked when somebody wants to know.
    public Stream<Found> all(String name) {
        return settings.places().stream()
                .flatMap(place -> find(place, name).map(tool -> new Found(place, tool)).stream());
    }

    /// Once each; several tools are installed at a time.
    private synchronized Optional<AquaPackage> find(RegistryPlace place, String name) {
        return packages.computeIfAbsent(
                new Asked(place, name),
                asked -> ask(place, registry -> registry.find(name)).flatMap(answer -> answer));
    }

    /// What people mean by a short name, or by `owner/repo`.
    public Found named(String wish) {
        String name = unaliased(wish);
        Optional<Found> direct = find(name);
        if (direct.isPresent()) {
            return direct.get();
        }
        if (!name.contains("/")) {
            for (RegistryPlace place : settings.places()) {
                Set<String> called =
                        ask(place, registry -> registry.called(name)).orElse(Set.of());
                Optional<String> meant = meant(name, called);
                if (meant.isPresent()) {
                    return find(meant.get()).orElseThrow();
                }
                if (!called.isEmpty()) {
                    throw new ToolchainException(
                            "\"%s\" could be any of %s.".formatted(name, String.join(", ", called)),
                            "Write which, or add an alias under toolchain.aliases in atmos.yaml.");
                }
            }
        }
        throw unknown(wish, name);
    }

    /// The best first.
    public List<Hit> search(String text) {
        List<String> words = Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        record Ranked(Hit hit, int rank) {}
        var seen = new HashSet<String>();
        var ranked = new ArrayList<Ranked>();
        for (RegistryPlace place : settings.places()) {
            for (Summary summary : ask(place, Registry::summaries).orElse(List.of())) {
                int rank = summary.rank(words);
                if (rank >= 0 && seen.add(summary.name())) {
                    ranked.add(new Ranked(new Hit(place.name(), summary), rank));
                }
            }
        }
        return ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(one -> one.hit().summary().name()))
                .map(Ranked::hit)
                .toList();
    }

    /// Opens them all, to see.
    public List<Health> health() {
        return settings.places().stream()
                .map(place -> new Health(
                        place,
                        ask(
                                        place,
                                        registry -> registry instanceof IndexedRegistry indexed
                                                ? Optional.of(indexed.index().size())
                                                : Optional.<Integer>empty())
                                .flatMap(size -> size),
                        Optional.ofNullable(troubles.get(place))))
                .toList();
    }

    private String unaliased(String wish) {
        String name = wish;
        var seen = new LinkedHashSet<String>();
        for (int hop = 0; hop < HOPS && seen.add(name); hop++) {
            String target = settings.aliases().get(name);
            if (target == null) {
                target = ofRegistries(name);
            }
            if (target == null || target.equals(name)) {
                return name;
            }
            name = target;
        }
        throw new ToolchainException(
                "The alias \"%s\" leads in a circle: %s.".formatted(wish, String.join(" to ", seen)),
                "Correct toolchain.aliases in atmos.yaml.");
    }

    private @Nullable String ofRegistries(String name) {
        return settings.places().stream()
                .filter(place -> place.source() instanceof RegistrySource.Local)
                .map(place -> ask(
                                place,
                                registry ->
                                        Optional.ofNullable(registry.aliases().get(name)))
                        .flatMap(alias -> alias)
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Of several with this command the one that is called so itself: first `helm/helm`, then the only `…/helm`.
    private static Optional<String> meant(String name, Set<String> called) {
        if (called.size() == 1) {
            return called.stream().findFirst();
        }
        String twice = name + "/" + name;
        if (called.contains(twice)) {
            return Optional.of(twice);
        }
        List<String> named =
                called.stream().filter(one -> one.endsWith("/" + name)).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private ToolchainException unknown(String wish, String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        List<String> near =
                search(last).stream().limit(3).map(hit -> hit.summary().name()).toList();
        String failed = troubles.isEmpty()
                ? ""
                : " Not all registries could be asked: "
                        + String.join(
                                ", ",
                                troubles.keySet().stream()
                                        .map(RegistryPlace::name)
                                        .toList()) + ".";
        return new ToolchainException(
                "No registry has \"%s\".%s".formatted(wish, failed),
                near.isEmpty()
                        ? "Search with: atmos toolchain search %s".formatted(last)
                        : "Did you mean %s?".formatted(String.join(" or ", near)));
    }

    private <T> Optional<T> ask(RegistryPlace place, Function<Registry, T> question) {
        return open(place).map(question);
    }

    private synchronized Optional<Registry> open(RegistryPlace place) {
        Optional<Registry> known = open.get(place);
        if (known != null) {
            return known;
        }
        Optional<Registry> opened;
        try {
            opened = Optional.of(opener.open(place.source()));
        } catch (ToolchainException e) {
            troubles.put(place, e);
            progress.say("The registry \"%s\" can't be used: %s %s".formatted(place.name(), e.what(), e.hint()));
            opened = Optional.empty();
        }
        open.put(place, opened);
        return opened;
    }
}
