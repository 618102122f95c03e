package io.atmoshub.assistant.builtin;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.TextSink;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.hub.conversation.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What answers when no model is configured: recognises the kind of a question, looks into the project's
/// files through the same tools as any model, and answers by rule. It says so before anything else.
///
/// A pure function of the conversation: the same history gives the same next step, so it goes on after a
/// crash like any other.
public final class BuiltInAssistant implements Model {
    static final String FIRST_WORDS =
            "*No model is configured, so this is the built-in assistant: it works by rules and answers from this project's files.*";

    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");
    /// Even a long answer is written in a few seconds.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Duration afterWord;

    public BuiltInAssistant() {
        this(Duration.ofMillis(15));
    }

    /// How long to wait after a word, to write at the pace of a model.
    public BuiltInAssistant(Duration afterWord) {
        this.afterWord = afterWord;
    }

    @Override
    public String name() {
        return "Built-in assistant";
    }

    /// It answers from the project and not from what was said.
    @Override
    public boolean sumsUp() {
        return false;
    }

    @Override
    public ModelAnswer answer(ModelRequest request, TextSink text, Cancellation cancellation) {
        List<Turn> turns = request.turns();
        int asked = lastAsked(turns);
        if (asked < 0) {
            return ModelAnswer.COMPLETE;
        }
        List<Turn> since = turns.subList(asked + 1, turns.size());
        // Taken up again after the answer was written and before the run was ended.
        if (since.stream().anyMatch(turn -> turn instanceof Turn.Said(String said) && !isOnlyFirstWords(said))) {
            return ModelAnswer.COMPLETE;
        }
        String question = question(turns, asked);
        Looks looks = new Looks(since);
        Optional<String> reply = Question.of(question).reply(looks);
        boolean first = turns.stream().noneMatch(Turn.Said.class::isInstance);
        if (reply.isEmpty()) {
            Optional<String> plan =
                    request.wantsPlan() ? Steps.toPlan(looks.missing(), request.tools()) : Optional.empty();
            if (plan.isPresent()) {
                write((first ? FIRST_WORDS + "\n\n" : "") + plan.get(), text, cancellation);
                return ModelAnswer.COMPLETE;
            }
            if (first) {
                write(FIRST_WORDS, text, cancellation);
            }
            return new ModelAnswer(looks.missing());
        }
        write((first ? FIRST_WORDS + "\n\n" : "") + reply.get().strip(), text, cancellation);
        return ModelAnswer.COMPLETE;
    }

    /// "Carry it out" means what was asked before.
    private static String question(List<Turn> turns, int asked) {
        String text = ((Turn.Asked) turns.get(asked)).text();
        int before = lastAsked(turns.subList(0, asked));
        return text.equals(Plan.CARRY_OUT) && before >= 0 ? question(turns, before) : text;
    }

    private static boolean isOnlyFirstWords(String said) {
        return said.strip().equals(FIRST_WORDS);
    }

    private static int lastAsked(List<Turn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i) instanceof Turn.Asked) {
                return i;
            }
        }
        return -1;
    }

    private void write(String answer, TextSink text, Cancellation cancellation) {
        List<String> words =
                WORD.matcher(answer).results().map(MatchResult::group).toList();
        long pause = Math.min(afterWord.toNanos(), LONGEST.toNanos() / Math.max(1, words.size()));
        CountDownLatch stopped = new CountDownLatch(1);
        cancellation.onRequest(stopped::countDown);
        try {
            for (String word : words) {
                text.write(word);
                if (stopped.await(pause, TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            // Whoever interrupts doesn't want the rest.
            Thread.currentThread().interrupt();
        }
    }
}
