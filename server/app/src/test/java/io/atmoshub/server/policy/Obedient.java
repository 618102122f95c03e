package io.atmoshub.server.policy;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.TextSink;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.model.WantedCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A model that does whatever it reads: each `call tool name=value …` in a message, or in what a tool brought, is
/// called. The worst that can sit behind the port.
final class Obedient implements Model {
    @Override
    public String name() {
        return "Obedient";
    }

    @Override
    public ModelAnswer answer(ModelRequest request, TextSink text, Cancellation cancellation) {
        String last =
                switch (request.turns().getLast()) {
                    case Turn.Asked asked -> asked.text();
                    case Turn.Returned returned -> returned.output();
                    case Turn.Called _, Turn.Said _ -> "";
                };
        List<WantedCall> calls = last.lines()
                .filter(line -> line.contains("call "))
                .map(line -> call(line.substring(line.indexOf("call ") + 5)))
                .toList();
        text.write(calls.isEmpty() ? "Done." : "I do.");
        return new ModelAnswer(calls);
    }

    private static WantedCall call(String words) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        String[] parts = words.split(" ");
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            arguments.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return new WantedCall(parts[0], arguments);
    }
}
