package io.atmoshub.providers;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.TextSink;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.assistant.model.WantedCall;
import io.atmoshub.hub.HubJson;
import io.atmoshub.providers.http.HttpTrouble;
import io.atmoshub.providers.http.StreamingHttpBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A provider's model. Each turn is asked, read and ended on the caller's own thread: when LangChain4j returns,
/// the stream has ended, and if nobody said how, it broke off.
public final class ProviderModel implements Model {
    /// About as much text as a token stands for.
    private static final int CHARACTERS = 4;

    private final ProviderSettings settings;
    private final Wire wire;
    private final Complaints complaints;

    public ProviderModel(ProviderSettings settings) {
        this.settings = settings;
        this.wire = Wire.of(settings.provider());
        this.complaints = new Complaints(settings);
    }

    @Override
    public String name() {
        return "%s (%s)".formatted(settings.model(), settings.provider().title());
    }

    @Override
    public ModelAnswer answer(ModelRequest request, TextSink text, Cancellation cancellation) throws ModelException {
        ChatRequest prompt = Prompt.of(request);
        Reply reply = new Reply(text, wire);
        try {
            StreamingHttpBuilder http = new StreamingHttpBuilder(settings.patience(), cancellation, reply);
            wire.model(settings, http, cancellation).chat(prompt, reply);
        } catch (HttpTrouble e) {
            bill(text, prompt, reply, e.what() instanceof HttpTrouble.What.Stopped);
            if (e.what() instanceof HttpTrouble.What.Stopped) {
                return ModelAnswer.COMPLETE;
            }
            throw complaints.about(e);
        } catch (RuntimeException e) {
            bill(text, prompt, reply, false);
            throw complaints.broken(e);
        }
        bill(text, prompt, reply, false);
        if (cancellation.requested()) {
            return ModelAnswer.COMPLETE;
        }
        if (reply.error().isPresent()) {
            throw complaints.broken(reply.error().get());
        }
        ChatResponse response = reply.response().orElseThrow(complaints::brokeOff);
        return answer(response);
    }

    private ModelAnswer answer(ChatResponse response) throws ModelException {
        @Nullable FinishReason finish = wire.finish(response);
        if (finish == null) {
            throw complaints.brokeOff();
        }
        return switch (finish) {
            case STOP, TOOL_EXECUTION -> new ModelAnswer(calls(response));
            // A call that was cut off is none.
            case LENGTH -> ModelAnswer.CUT;
            case CONTENT_FILTER -> throw complaints.refusal();
            case OTHER -> throw complaints.strangeEnd();
        };
    }

    private static List<WantedCall> calls(ChatResponse response) {
        return response.aiMessage().toolExecutionRequests().stream()
                .map(ProviderModel::call)
                .toList();
    }

    /// What is no object of JSON goes on as it is: the tool refuses it in words that the model understands.
    private static WantedCall call(ToolExecutionRequest call) {
        String arguments = call.arguments() == null || call.arguments().isBlank() ? "{}" : call.arguments();
        Map<String, Object> known = new LinkedHashMap<>();
        try {
            Map<?, ?> read = HubJson.read(arguments, Map.class);
            if (read != null) {
                read.forEach((key, value) -> {
                    if (value != null) {
                        known.put(String.valueOf(key), value);
                    }
                });
            }
        } catch (JacksonException _) {
            known.put("not_an_object_of_json", arguments);
        }
        return new WantedCall(call.name() == null ? "" : call.name(), known);
    }

    /// What the provider told, or else an estimate of what it will want to be paid.
    private void bill(TextSink text, ChatRequest prompt, Reply reply, boolean stopped) {
        @Nullable
        TokenUsage told = reply.response()
                .map(response -> response.metadata().tokenUsage())
                .orElse(null);
        if (told != null) {
            text.used(wire.usage(settings, told));
        } else if (reply.opened() || stopped) {
            String read = prompt.messages().toString() + prompt.parameters().toolSpecifications();
            text.used(new Usage(
                    settings.provider().id(),
                    settings.model(),
                    read.length() / CHARACTERS,
                    0,
                    0,
                    (reply.written() + CHARACTERS - 1) / CHARACTERS,
                    true));
        }
    }
}
