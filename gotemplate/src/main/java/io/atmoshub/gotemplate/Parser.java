package io.atmoshub.gotemplate;

import io.atmoshub.gotemplate.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes statements of words: blocks, loops, definitions. What stands inside an action is read by [PipelineParser].
final class Parser {

    private static final int DEEPEST = 400;

    private final Source source;
    private final Words words;
    private final Names functionNames = new Names();
    private final Map<String, Definition> definitions = new HashMap<>();
    private Scope scope = new Scope();
    private int depth;
    private int loops;

    private Parser(Source source) {
        this.source = source;
        this.words = new Words(source);
    }

    static Template parse(Source source) {
        var parser = new Parser(source);
        var body = parser.body(true);
        if (!parser.words.peek().is(Kind.END)) {
            throw parser.unexpected(parser.words.peek(), "here");
        }
        var main = new Definition(body, parser.scope.size());
        return new Template(source, main, Map.copyOf(parser.definitions), parser.functionNames.list());
    }

    /// Up to `end`, `else` or the end of the text, which stay to be read.
    private List<Statement> body(boolean top) {
        var statements = new ArrayList<Statement>();
        while (true) {
            var word = words.peek();
            if (word.is(Kind.TEXT)) {
                words.next();
                statements.add(new Statement.Text(word.text()));
            } else if (word.is(Kind.END) || words.opens("end") || words.opens("else")) {
                if (top && !word.is(Kind.END)) {
                    throw source.wrong(word.at(), "there is nothing open that this could belong to.");
                }
                return List.copyOf(statements);
            } else {
                var statement = action(top);
                if (statement != null) {
                    statements.add(statement);
                }
            }
        }
    }

    private @Nullable Statement action(boolean top) {
        var open = words.next();
        var word = words.peekPastSpace();
        if (!word.is(Kind.KEYWORD)) {
            return new Statement.Print(pipelines().untilClose("an action"));
        }
        words.nextPastSpace();
        return switch (word.text()) {
            case "if" -> ifElse(word);
            case "with" -> with(word);
            case "range" -> range(word);
            case "template" -> include(word);
            case "block" -> block(word);
            case "define" -> {
                if (!top) {
                    throw source.wrong(word.at(), "\"define\" stands at the top of a template, not inside of a block.");
                }
                define(word);
                yield null;
            }
            case "break", "continue" -> {
                if (loops == 0) {
                    throw source.wrong(word.at(), "\"" + word.text() + "\" stands only inside of a range.");
                }
                close(word.text());
                yield word.text().equals("break") ? new Statement.Break() : new Statement.Continue();
            }
            default -> throw unexpected(open, "here");
        };
    }

    private PipelineParser pipelines() {
        return new PipelineParser(source, words, scope, functionNames, depth);
    }

    private Statement ifElse(Token word) {
        enter(word);
        int mark = scope.mark();
        var condition = pipelines().untilClose("if");
        var then = inner(scope.mark());
        var otherwise = otherwise(word, "if");
        scope.reset(mark);
        depth--;
        return new Statement.If(condition, then, otherwise);
    }

    private Statement with(Token word) {
        enter(word);
        int mark = scope.mark();
        var subject = pipelines().untilClose("with");
        var then = inner(scope.mark());
        var otherwise = otherwise(word, "with");
        scope.reset(mark);
        depth--;
        return new Statement.With(subject, then, otherwise);
    }

    private List<Statement> inner(int mark) {
        var body = body(false);
        scope.reset(mark);
        return body;
    }

    /// What follows the first part of `if` and `with`: nothing, `else`, or `else if` / `else with`, and the one `end`.
    private List<Statement> otherwise(Token opened, String chained) {
        if (elseOrEnd(opened).isKeyword("end")) {
            close("end");
            return List.of();
        }
        var next = words.peekPastSpace();
        if (next.isKeyword(chained)) {
            words.nextPastSpace();
            return List.of(chained.equals("if") ? ifElse(next) : with(next));
        }
        close("else");
        var body = body(false);
        end(opened);
        return body;
    }

    private Statement range(Token word) {
        enter(word);
        int mark = scope.mark();
        var subject = pipelines().rangeUntilClose();
        loops++;
        var body = inner(scope.mark());
        loops--;
        List<Statement> otherwise = List.of();
        if (elseOrEnd(word).isKeyword("else")) {
            close("else");
            otherwise = body(false);
            end(word);
        } else {
            close("end");
        }
        scope.reset(mark);
        depth--;
        return new Statement.Range(word.at(), subject, body, otherwise);
    }

    private Statement include(Token word) {
        var name = name(word);
        if (words.peekPastSpace().is(Kind.CLOSE)) {
            words.nextPastSpace();
            return new Statement.Include(word.at(), name, null);
        }
        return new Statement.Include(word.at(), name, pipelines().untilClose("template"));
    }

    private Statement block(Token word) {
        var name = name(word);
        var subject = pipelines().untilClose("block");
        definition(word, name);
        return new Statement.Include(word.at(), name, subject);
    }

    private void define(Token word) {
        var name = name(word);
        close("define");
        definition(word, name);
    }

    private void definition(Token word, String name) {
        enter(word);
        var outerScope = scope;
        int outerLoops = loops;
        scope = new Scope();
        loops = 0;
        var body = body(false);
        end(word);
        var made = new Definition(body, scope.size());
        scope = outerScope;
        loops = outerLoops;
        depth--;
        var earlier = definitions.get(name);
        if (earlier != null && !earlier.isBlank() && !made.isBlank()) {
            throw source.wrong(word.at(), "there is a template \"" + name + "\" already.");
        }
        if (earlier == null || !made.isBlank()) {
            definitions.put(name, made);
        }
    }

    private String name(Token keyword) {
        var word = words.nextPastSpace();
        if (!word.is(Kind.STRING) && !word.is(Kind.RAW_STRING)) {
            throw source.wrong(
                    word.at(),
                    "\"" + keyword.text() + "\" is followed by a name in quotes, not by " + word.words() + ".");
        }
        return new Literals(source).text(word);
    }

    /// Reads up to and including the keyword `else` or `end`.
    private Token elseOrEnd(Token opened) {
        if (words.peek().is(Kind.END)) {
            throw source.wrong(opened.at(), "this \"" + opened.text() + "\" is never closed: its \"end\" is missing.");
        }
        words.next();
        return words.nextPastSpace();
    }

    private void end(Token opened) {
        var word = elseOrEnd(opened);
        if (!word.isKeyword("end")) {
            throw source.wrong(word.at(), "\"end\" must come before another \"else\".");
        }
        close("end");
    }

    private void close(String what) {
        var word = words.nextPastSpace();
        if (!word.is(Kind.CLOSE)) {
            throw unexpected(word, "behind \"" + what + "\"");
        }
    }

    private void enter(Token word) {
        if (++depth > DEEPEST) {
            throw source.wrong(word.at(), "blocks are nested deeper than " + DEEPEST + " levels.");
        }
    }

    private TemplateException unexpected(Token word, String where) {
        return source.wrong(word.at(), word.words() + " can't stand " + where + ".");
    }
}
