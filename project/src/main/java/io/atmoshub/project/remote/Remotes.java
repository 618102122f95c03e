package io.atmoshub.project.remote;

import io.atmoshub.project.Limits;
import io.atmoshub.project.remote.RemoteException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/// Fetches what imports name elsewhere, within limits. A repository or file is asked for once a run, and what could be
/// had before does when its origin can't be reached.
public final class Remotes {
    /// What a long-lived process asks again after; a command lives shorter.
    private static final Duration ONE_RUN = Duration.ofMinutes(5);

    /// What a commit means does not change.
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);
    private static final Instant STARTED =
            ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
    private static final ConcurrentMap<String, ReentrantLock> BUSY = new ConcurrentHashMap<>();

    private final Limits limits;
    private final Patience patience;
    private final RemoteCache cache;
    private final Instant started;
    private final ConcurrentMap<String, RemoteCopy> stale = new ConcurrentHashMap<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    Remotes(Limits limits, Patience patience, RemoteCache cache, Instant started) {
        this.limits = limits;
        this.patience = patience;
        this.cache = cache;
        this.started = started;
    }

    public static Remotes under(Limits limits) {
        return new Remotes(limits, Patience.USUAL, RemoteCache.under(limits), STARTED);
    }

    /// Whether a file is one that was fetched.
    public boolean isCopy(Path file) {
        return cache.isCopy(file);
    }

    /// What a person should know, in words: where an older copy had to do.
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /// @param ttl how old a copy may be; without it, it is of this run
    /// @throws RemoteException when it can't be had
    public RemoteCopy get(RemoteAddress address, Optional<Duration> ttl) {
        return switch (address) {
            case RemoteAddress.Git git ->
                copy(
                        "git " + git.repository() + " " + git.ref(),
                        git,
                        git.path(),
                        git.isFixed() ? Optional.of(FOREVER) : ttl);
            case RemoteAddress.Web web -> copy("web " + web.address(), web, "content.yaml", ttl);
        };
    }

    private RemoteCopy copy(String origin, RemoteAddress address, String path, Optional<Duration> ttl) {
        check(address);
        ReentrantLock busy = BUSY.computeIfAbsent(origin, any -> new ReentrantLock());
        busy.lock();
        try {
            RemoteCopy late = stale.get(origin);
            if (late != null && late.until().isAfter(Instant.now())) {
                return new RemoteCopy(late.folder(), path, late.until());
            }
            Optional<RemoteCache.Version> known = cache.version(origin);
            if (known.isPresent() && isFresh(known.get().askedAt(), ttl)) {
                return new RemoteCopy(
                        known.get().folder(), path, known.get().askedAt().plus(ttl.orElse(ONE_RUN)));
            }
            try {
                RemoteCache.Version now = cache.keep(origin, (into, scratch) -> fetch(address, into, scratch));
                return new RemoteCopy(now.folder(), path, now.askedAt().plus(ttl.orElse(ONE_RUN)));
            } catch (RemoteException e) {
                if (known.isEmpty() || e.kind() != Kind.UNREACHABLE) {
                    throw e;
                }
                notes.add("%s The copy of %s is used."
                        .formatted(e.problem(), known.get().askedAt()));
                var copy =
                        new RemoteCopy(known.get().folder(), path, Instant.now().plus(AFTER_TROUBLE));
                stale.put(origin, copy);
                return copy;
            }
        } catch (IOException e) {
            throw new RemoteException(
                    Kind.UNREACHABLE,
                    "%s can't be kept: %s.".formatted(address.shown(), e.getMessage()),
                    "Look at the space on the disk, and at who owns the cache folder.",
                    e);
        } finally {
            busy.unlock();
        }
    }

    /// Also what was fetched before must not be read where its host is not listed.
    private void check(RemoteAddress address) {
        var reachable = new Reachable(limits);
        if (!reachable.isUnlimited()) {
            reachable.check(
                    switch (address) {
                        case RemoteAddress.Git git -> RemoteAddress.host(git.repository());
                        case RemoteAddress.Web web -> RemoteAddress.host(web.address());
                    });
        }
    }

    private boolean isFresh(Instant askedAt, Optional<Duration> ttl) {
        Instant now = Instant.now();
        return ttl.map(time -> askedAt.plus(time).isAfter(now))
                .orElseGet(() ->
                        !askedAt.isBefore(started) && askedAt.plus(ONE_RUN).isAfter(now));
    }

    private String fetch(RemoteAddress address, Path into, Path scratch) throws IOException {
        return switch (address) {
            case RemoteAddress.Git git -> new GitFetch(limits, patience).get(git, into, scratch);
            case RemoteAddress.Web web -> {
                byte[] content = new WebFetch(limits, patience).get(web);
                Files.write(into.resolve("content.yaml"), content);
                yield hash(content);
            }
        };
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
