package io.atmoshub.server.model;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.TextSink;

/// A model that was wanted and is not there: the run says why, and what to do.
record NoModel(String name, String reason, String hint) implements Model {
    @Override
    public ModelAnswer answer(ModelRequest request, TextSink text, Cancellation cancellation) throws ModelException {
        throw new ModelException(reason, hint);
    }
}
