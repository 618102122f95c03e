package io.atmoshub.assistant.builtin;

import java.util.Optional;

/// One kind of question and how it is answered.
@FunctionalInterface
interface Reply {
    /// Empty as long as something is still to be looked up.
    Optional<String> reply(Looks looks);
}
