package io.atmoshub.assistant.model;

import io.atmoshub.assistant.Cancellation;

/// What answers: a provider's model, or the built-in assistant. Blocking, made for virtual threads, and
/// without memory: all it knows is in the request.
///
/// When the conversation ends in the assistant's own words, a run was taken up again: the model goes on
/// from there, and an empty answer says that everything was said.
public interface Model {
    /// What people see as the author of the answer.
    String name();

    /// Whether it can sum up a text that it is given.
    default boolean sumsUp() {
        return true;
    }

    /// Writes its words to the sink while they come, and returns when it has nothing more to say for now: one
    /// call is one turn, and returning or throwing is its one end. Once a stop is requested it lets go of
    /// whatever it holds and returns or throws within 200 ms; what it returns then does not matter.
    ModelAnswer answer(ModelRequest request, TextSink text, Cancellation cancellation) throws ModelException;
}
