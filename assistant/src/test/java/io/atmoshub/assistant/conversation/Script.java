package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.TextSink;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.model.WantedCall;
import java.util.ArrayList;
import java.util.List;

/// A model that says what a test tells it to. Like a real one it has no memory: which step is due follows
/// from the history.
final class Script implements Model {
    interface Step {
        ModelAnswer say(TextSink text, Cancellation cancellation) throws ModelException;
    }

    private final List<Step> steps;
    final List<ModelRequest> requests = new ArrayList<>();

    Script(Step... steps) {
        this.steps = List.of(steps);
    }

    static Step text(String... pieces) {
        return (text, _) -> {
            List.of(pieces).forEach(text::write);
            return ModelAnswer.COMPLETE;
        };
    }

    static Step calls(String words, WantedCall... calls) {
        return (text, _) -> {
            text.write(words);
            return new ModelAnswer(List.of(calls));
        };
    }

    @Override
    public String name() {
        return "Script";
    }

    @Override
    public ModelAnswer answer(ModelRequest request, TextSink text, Cancellation cancellation) throws ModelException {
        requests.add(request);
        List<Turn> turns = request.turns();
        int asked = 0;
        for (int i = 0; i < turns.size(); i++) {
            asked = turns.get(i) instanceof Turn.Asked ? i : asked;
        }
        List<Turn> since = turns.subList(asked + 1, turns.size());
        int step = 0;
        boolean returned = false;
        for (Turn turn : since) {
            if (turn instanceof Turn.Returned) {
                returned = true;
            } else if (returned) {
                step++;
                returned = false;
            }
        }
        step += returned ? 1 : 0;
        boolean saidAll = step == steps.size() - 1 && !since.isEmpty() && since.getLast() instanceof Turn.Said;
        return saidAll
                ? ModelAnswer.COMPLETE
                : steps.get(Math.min(step, steps.size() - 1)).say(text, cancellation);
    }
}
