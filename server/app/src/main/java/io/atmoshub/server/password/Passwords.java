package io.atmoshub.server.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.server.wiring.Service;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps passwords as Argon2id: 19 MiB and two passes each. Only a few are worked on at once, so that a
/// storm of guesses costs its senders time and the hub no memory.
@Service
public class Passwords {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int LONGEST = 200;

    /// What is compared when there is nothing to compare with, so that an unknown name takes as long.
    /// Written down, since each start of the server would wait for it.
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$ACLZoEAOVPkfKguZYbSFrpX7QbJAa2axonBu1tLaRIk";

    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    public String hash(String password) {
        return limited(
                () -> Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
    }

    /// Takes the same time whether there is a hash or not.
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        String kept = hash == null ? NOBODYS : hash;
        boolean same = limited(() -> Password.check(password, kept).with(Argon2Function.getInstanceFromHash(kept)));
        return same && hash != null;
    }

    private <T> T limited(Supplier<T> work) {
        try {
            if (!atOnce.tryAcquire(10, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private static HubException busy() {
        return new HubException(
                ErrorCode.UNAVAILABLE, "Too many people sign in at this moment.", "Try again in half a minute.");
    }
}
