package io.atmoshub.gotemplate;

import io.atmoshub.gotemplate.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Reads what stands inside of an action: declarations, commands, operands.
final class PipelineParser {

    private static final int DEEPEST = 400;

    private final Source source;
    private final Words words;
    private final Scope scope;
    private final Names functionNames;
    private final Literals literals;
    private int depth;

    PipelineParser(Source source, Words words, Scope scope, Names functionNames, int depth) {
        this.source = source;
        this.words = words;
        this.scope = scope;
        this.functionNames = functionNames;
        this.literals = new Literals(source);
        this.depth = depth;
    }

    Pipeline untilClose(String context) {
        return read(context, Kind.CLOSE, false);
    }

    Pipeline rangeUntilClose() {
        return read("range", Kind.CLOSE, true);
    }

    private Pipeline read(String context, Kind closing, boolean range) {
        int at = words.peekPastSpace().at();
        var left = leftSide(range);
        boolean declares = false;
        if (!left.isEmpty()) {
            declares = words.nextPastSpace().is(Kind.DECLARE);
        }
        var commands = new ArrayList<Command>();
        while (true) {
            commands.add(command(context, commands.size() + 1));
            var word = words.nextPastSpace();
            if (word.is(Kind.PIPE)) {
                continue;
            }
            if (!word.is(closing)) {
                throw unexpected(word, context);
            }
            break;
        }
        return new Pipeline(at, List.copyOf(commands), slots(left, declares), range);
    }

    /// The variables before `:=` or `=`; none, and nothing read, when there is neither.
    private List<Token> leftSide(boolean range) {
        int mark = words.mark();
        var left = new ArrayList<Token>();
        while (words.peekPastSpace().is(Kind.VARIABLE)) {
            left.add(words.nextPastSpace());
            var word = words.peekPastSpace();
            if (word.is(Kind.DECLARE) || word.is(Kind.ASSIGN)) {
                return left;
            }
            if (!word.is(Kind.COMMA)) {
                break;
            }
            if (!range || left.size() > 1) {
                throw source.wrong(
                        word.at(),
                        range ? "range sets at most two variables." : "only range sets two variables at once.");
            }
            words.nextPastSpace();
        }
        words.back(mark);
        return List.of();
    }

    /// Declared only now: on the right side of `$x := $x` stands the outer one.
    private List<Integer> slots(List<Token> left, boolean declares) {
        if (declares && scope.mark() + left.size() > Scope.MOST) {
            throw source.wrong(left.get(0).at(), "there are more than " + Scope.MOST + " variables.");
        }
        return left.stream()
                .map(variable -> declares ? scope.declare(variable.text()) : slotOf(variable))
                .toList();
    }

    private int slotOf(Token variable) {
        int slot = scope.slotOf(variable.text());
        if (slot == Scope.NONE) {
            throw source.wrong(
                    variable.at(),
                    "there is no variable \"" + variable.text() + "\" here."
                            + Closest.to(variable.text(), scope.names()));
        }
        return slot;
    }

    private Command command(String context, int stage) {
        var first = words.peekPastSpace();
        if (first.is(Kind.CLOSE) || first.is(Kind.CLOSE_PAREN) || first.is(Kind.PIPE)) {
            throw source.wrong(
                    first.at(),
                    stage == 1 ? "a value is missing for " + context + "." : "a command is missing behind \"|\".");
        }
        var head = operand(context);
        if (stage > 1 && (head instanceof Operand.Literal || head instanceof Operand.Dot)) {
            throw source.wrong(first.at(), "behind \"|\" stands a function or a method, not " + first.words() + ".");
        }
        if (first.is(Kind.NIL)) {
            throw source.wrong(first.at(), "nil can't stand alone; it can only be an argument.");
        }
        var arguments = new ArrayList<Operand>();
        while (words.peek().is(Kind.SPACE)) {
            var next = words.peekPastSpace();
            if (next.is(Kind.CLOSE) || next.is(Kind.CLOSE_PAREN) || next.is(Kind.PIPE)) {
                break;
            }
            arguments.add(operand(context));
        }
        return new Command(head, List.copyOf(arguments));
    }

    private Operand operand(String context) {
        var word = words.nextPastSpace();
        var term = term(word, context);
        if (!words.peek().is(Kind.FIELD)) {
            return term;
        }
        var names = new ArrayList<String>();
        while (words.peek().is(Kind.FIELD)) {
            names.add(words.next().text().substring(1));
        }
        return switch (term) {
            case Operand.Field field -> new Operand.Field(field.at(), join(field.names(), names));
            case Operand.Variable variable ->
                new Operand.Variable(variable.at(), variable.slot(), join(variable.names(), names));
            case Operand.Chain chain -> throw unexpected(word, context);
            case Operand.Name name -> new Operand.Chain(name.at(), name, List.copyOf(names));
            case Operand.Group group -> new Operand.Chain(group.at(), group, List.copyOf(names));
            case Operand.Dot dot -> throw noFields(word);
            case Operand.Literal literal -> throw noFields(word);
        };
    }

    private TemplateException noFields(Token word) {
        return source.wrong(word.at(), word.words() + " has no fields; \".\" can't follow it.");
    }

    private static List<String> join(List<String> names, List<String> more) {
        var all = new ArrayList<>(names);
        all.addAll(more);
        return List.copyOf(all);
    }

    private Operand term(Token word, String context) {
        return switch (word.kind()) {
            case BOOL -> new Operand.Literal(word.at(), word.text().equals("true"));
            case NIL -> new Operand.Literal(word.at(), null);
            case STRING, RAW_STRING -> new Operand.Literal(word.at(), literals.text(word));
            case NUMBER -> new Operand.Literal(word.at(), literals.number(word));
            case CHARACTER -> new Operand.Literal(word.at(), literals.character(word));
            case DOT -> new Operand.Dot(word.at());
            case FIELD -> new Operand.Field(word.at(), List.of(word.text().substring(1)));
            case VARIABLE -> new Operand.Variable(word.at(), slotOf(word), List.of());
            case IDENTIFIER -> new Operand.Name(word.at(), word.text(), functionNames.numberOf(word.text(), word.at()));
            case OPEN_PAREN -> group(word);
            case TEXT, OPEN, CLOSE, SPACE, PIPE, DECLARE, ASSIGN, COMMA, CLOSE_PAREN, KEYWORD, OTHER, END ->
                throw unexpected(word, context);
        };
    }

    private Operand group(Token word) {
        if (++depth > DEEPEST) {
            throw source.wrong(word.at(), "parentheses are nested deeper than " + DEEPEST + " levels.");
        }
        var pipeline = read("parentheses", Kind.CLOSE_PAREN, false);
        depth--;
        return new Operand.Group(pipeline);
    }

    private TemplateException unexpected(Token word, String context) {
        return source.wrong(word.at(), word.words() + " can't stand in " + context + ".");
    }
}
