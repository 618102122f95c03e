package io.atmoshub.server.password;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Makes guessing slow, by the name that is guessed at and by the address it comes from. An attempt is
/// charged before the password is looked at and forgiven when it was right: many attempts at once are
/// counted like one after the other. The counts are in the database, so all nodes agree.
@Service
public class BackOff {
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /// How many attempts are free, and how long one waits at most after more. The wait of a name is short:
    /// anybody can make it wait.
    private enum Kind {
        NAME(5, Duration.ofMinutes(1)),
        ADDRESS(20, Duration.ofMinutes(15));

        private final int free;
        private final Duration longest;

        Kind(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        Duration after(int attempts) {
            if (attempts <= free) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(20, attempts - free - 1));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    private record Subject(Kind kind, String key) {}

    private final Tx tx;
    private final Clock clock;

    @Inject
    public BackOff(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /// How long to wait; zero when the attempt may go on, which is charged then.
    public Duration charge(String name, String address) {
        return tx.call(em -> {
            Instant now = clock.instant();
            // One after the other and always in this order: two attempts never deadlock.
            List<Subject> subjects = List.of(
                    new Subject(Kind.ADDRESS, "address:" + network(address)), new Subject(Kind.NAME, "name:" + name));
            for (Subject subject : subjects) {
                Duration wait = Duration.between(now, blockedUntil(em, subject, now));
                if (wait.isPositive()) {
                    // An address that has to wait can't leave a row for each name it makes up.
                    return wait;
                }
            }
            subjects.forEach(subject -> count(em, subject, now));
            return Duration.ZERO;
        });
    }

    public void forgive(String name, String address) {
        tx.run(em -> {
            em.createNativeQuery("""
                            update sign_in_failure set failures = greatest(failures - 1, 0), blocked_until = last_at
                            where subject = :subject""")
                    .setParameter("subject", "address:" + network(address))
                    .executeUpdate();
            em.createNativeQuery("delete from sign_in_failure where subject = :subject")
                    .setParameter("subject", "name:" + name)
                    .executeUpdate();
        });
    }

    public static HubException refusal(Duration wait) {
        return new HubException(
                ErrorCode.TOO_MANY_ATTEMPTS,
                "There were too many attempts with a wrong password.",
                "Wait %d seconds and try again.".formatted(wait.toSeconds() + 1));
    }

    /// Leaves the row locked.
    private static Instant blockedUntil(EntityManager em, Subject subject, Instant now) {
        em.createNativeQuery("""
                        insert into sign_in_failure (subject, failures, last_at, blocked_until)
                        values (:subject, 0, :now, :now) on conflict do nothing""")
                .setParameter("subject", subject.key())
                .setParameter("now", now)
                .executeUpdate();
        return (Instant) em.createNativeQuery(
                        "select blocked_until from sign_in_failure where subject = :subject for update", Instant.class)
                .setParameter("subject", subject.key())
                .getSingleResult();
    }

    private static void count(EntityManager em, Subject subject, Instant now) {
        int failures = (Integer) em.createNativeQuery("""
                        update sign_in_failure
                        set failures = case when last_at < :forgotten then 1 else failures + 1 end, last_at = :now
                        where subject = :subject returning failures""", Integer.class)
                .setParameter("subject", subject.key())
                .setParameter("now", now)
                .setParameter("forgotten", now.minus(FORGOTTEN_AFTER))
                .getSingleResult();
        em.createNativeQuery("update sign_in_failure set blocked_until = :until where subject = :subject")
                .setParameter("subject", subject.key())
                .setParameter("until", now.plus(subject.kind().after(failures)))
                .executeUpdate();
    }

    /// Whoever has one IPv6 address usually has 2^64 of them.
    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }
}
