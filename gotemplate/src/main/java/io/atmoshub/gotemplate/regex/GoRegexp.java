package io.atmoshub.gotemplate.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.atmoshub.gotemplate.BoundedText;
import io.atmoshub.gotemplate.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// A compiled regular expression, and Go's ways to use one.
///
/// Matching takes time linear in the text; every character read is paid for by the template.
public final class GoRegexp {

    private final Call call;
    private final Pattern pattern;
    private final int size;

    private GoRegexp(Call call, Pattern pattern, int size) {
        this.call = call;
        this.pattern = pattern;
        this.size = size;
    }

    /// @throws io.atmoshub.gotemplate.FunctionException when Go would not take it, or it is too big
    public static GoRegexp compile(Call call, String expression) {
        int size = RegexSize.of(expression);
        if (size > RegexSize.MOST) {
            throw call.fail("this regular expression is too big: repeated and nested it has more than " + RegexSize.MOST
                    + " parts.");
        }
        call.spend(size);
        try {
            return new GoRegexp(call, Pattern.compile(expression), size);
        } catch (PatternSyntaxException e) {
            throw call.fail("this isn't a regular expression: " + e.getDescription() + " in \"" + expression + "\".");
        }
    }

    public static String quote(String text) {
        return Pattern.quote(text);
    }

    private Matcher matcher(String text) {
        return pattern.matcher(new Metered(call, text, size));
    }

    public boolean matches(String text) {
        return matcher(text).find();
    }

    /// The first match, or an empty text.
    public String find(String text) {
        var matcher = matcher(text);
        return matcher.find() ? text.substring(matcher.start(), matcher.end()) : "";
    }

    /// @param most how many, or all when negative
    public List<String> findAll(String text, long most) {
        var found = new ArrayList<String>();
        each(text, most, (matcher, ordinal) -> found.add(text.substring(matcher.start(), matcher.end())));
        return found;
    }

    /// @param replacement with `$1` and `${name}`
    public String replaceAll(String text, String replacement) {
        return replace(text, -1, (matcher, out) -> expand(text, matcher, replacement, out));
    }

    public String replaceAllLiteral(String text, String replacement) {
        return replace(text, -1, (matcher, out) -> out.append(replacement));
    }

    /// @param most how many pieces; none for 0, all when negative
    public List<String> split(String text, long most) {
        if (most == 0) {
            return new ArrayList<>();
        }
        var pieces = new ArrayList<String>();
        if (text.isEmpty() && !pattern.pattern().isEmpty()) {
            pieces.add("");
            return pieces;
        }
        int[] edge = {0, 0};
        each(text, most < 0 ? -1 : most, (matcher, ordinal) -> {
            if (most > 0 && pieces.size() == most - 1) {
                return;
            }
            edge[1] = matcher.start();
            if (matcher.end() != 0) {
                pieces.add(text.substring(edge[0], edge[1]));
            }
            edge[0] = matcher.end();
        });
        if (edge[1] != text.length()) {
            pieces.add(text.substring(edge[0]));
        }
        return pieces;
    }

    private String replace(String text, long most, BiConsumer<Matcher, BoundedText> replacement) {
        var out = new BoundedText(call);
        int[] last = {0};
        each(text, most, (matcher, ordinal) -> {
            out.append(text, last[0], matcher.start());
            replacement.accept(matcher, out);
            last[0] = matcher.end();
        });
        return out.append(text, last[0], text.length()).toString();
    }

    /// Go skips an empty match right behind the one before.
    private void each(String text, long most, BiConsumer<Matcher, Integer> visitor) {
        var matcher = matcher(text);
        int end = -1;
        int count = 0;
        while ((most < 0 || count < most) && matcher.find()) {
            call.spend(1);
            if (matcher.start() == matcher.end() && matcher.start() == end) {
                continue;
            }
            visitor.accept(matcher, count++);
            end = matcher.end();
        }
    }

    private void expand(String text, Matcher matcher, String replacement, BoundedText out) {
        int at = 0;
        while (at < replacement.length()) {
            int dollar = replacement.indexOf('$', at);
            if (dollar < 0 || dollar == replacement.length() - 1) {
                out.append(replacement, at, replacement.length());
                return;
            }
            out.append(replacement, at, dollar);
            at = reference(text, matcher, replacement, dollar + 1, out);
        }
    }

    private int reference(String text, Matcher matcher, String replacement, int from, BoundedText out) {
        if (replacement.charAt(from) == '$') {
            out.append('$');
            return from + 1;
        }
        boolean braced = replacement.charAt(from) == '{';
        int start = braced ? from + 1 : from;
        int end = start;
        while (end < replacement.length() && isWordPart(replacement.charAt(end))) {
            end++;
        }
        if (end == start || (braced && (end >= replacement.length() || replacement.charAt(end) != '}'))) {
            out.append('$');
            return from;
        }
        int group = group(replacement.substring(start, end));
        if (group >= 0 && group <= matcher.groupCount() && matcher.start(group) >= 0) {
            out.append(text, matcher.start(group), matcher.end(group));
        }
        return braced ? end + 1 : end;
    }

    private int group(String name) {
        if (name.chars().allMatch(Character::isDigit)) {
            return name.length() > 6 ? -1 : Integer.parseInt(name);
        }
        return pattern.namedGroups().getOrDefault(name, -1);
    }

    private static boolean isWordPart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
