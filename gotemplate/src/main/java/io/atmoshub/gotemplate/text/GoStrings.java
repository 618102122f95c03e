package io.atmoshub.gotemplate.text;

import io.atmoshub.gotemplate.BoundedText;
import io.atmoshub.gotemplate.Call;
import java.util.ArrayList;
import java.util.List;

/// Go's package `strings`, on the budget of the template.
public final class GoStrings {

    private GoStrings() {}

    public static String join(Call call, List<String> texts, String separator) {
        var out = new BoundedText(call);
        for (int i = 0; i < texts.size(); i++) {
            out.append(i > 0 ? separator : "").append(texts.get(i));
        }
        return out.toString();
    }

    public static String trim(String text, String characters) {
        int from = 0;
        int to = text.length();
        while (from < to && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    public static String repeat(Call call, long count, String text) {
        if (count < 0) {
            throw call.fail("a string can't be repeated " + count + " times.");
        }
        if (text.isEmpty()) {
            return "";
        }
        call.willMake(count > Integer.MAX_VALUE ? Long.MAX_VALUE >> 4 : count * text.length());
        return text.repeat((int) count);
    }

    public static String indent(Call call, long spaces, String text) {
        String pad = repeat(call, spaces, " ");
        return pad + replace(call, text, "\n", "\n" + pad, -1);
    }

    public static boolean contains(Call call, String text, String part) {
        willSearch(call, text, part);
        return text.contains(part);
    }

    /// Looking for a long text may compare all of it at every position.
    private static void willSearch(Call call, String text, String part) {
        call.spend((text.length() >> 6) * (long) (part.length() >> 6));
    }

    /// @param most how often, or always when negative
    public static String replace(Call call, String text, String old, String replacement, long most) {
        willSearch(call, text, old);
        var out = new BoundedText(call);
        int from = 0;
        for (long i = 0; most < 0 || i < most; i++) {
            int at = old.isEmpty()
                    ? (i == 0 ? 0 : from < text.length() ? from + Character.charCount(text.codePointAt(from)) : -1)
                    : text.indexOf(old, from);
            if (at < 0) {
                break;
            }
            call.spend(1);
            out.append(text, from, at).append(replacement);
            from = at + old.length();
        }
        return out.append(text, from, text.length()).toString();
    }

    /// @param most how many pieces; none for 0, all when negative
    public static List<String> split(Call call, String text, String separator, int most) {
        var pieces = new ArrayList<String>();
        if (most == 0) {
            return pieces;
        }
        if (separator.isEmpty()) {
            call.spend(text.length());
            text.codePoints().forEach(c -> pieces.add(Character.toString(c)));
            if (most > 0 && pieces.size() > most) {
                var rest = String.join("", pieces.subList(most - 1, pieces.size()));
                pieces.subList(most - 1, pieces.size()).clear();
                pieces.add(rest);
            }
            return pieces;
        }
        willSearch(call, text, separator);
        int from = 0;
        while (most < 0 || pieces.size() < most - 1) {
            int at = text.indexOf(separator, from);
            if (at < 0) {
                break;
            }
            call.spend(1);
            pieces.add(text.substring(from, at));
            from = at + separator.length();
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /// `$name` and `${name}`, as `os.ExpandEnv`.
    public static String expand(Call call, String text) {
        var environment = call.reach().environment();
        var out = new BoundedText(call);
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0 || dollar == text.length() - 1) {
                break;
            }
            out.append(text, at, dollar);
            boolean braced = text.charAt(dollar + 1) == '{';
            int from = braced ? dollar + 2 : dollar + 1;
            int to = from;
            while (to < text.length()
                    && (text.charAt(to) == '_'
                            || (text.charAt(to) < 128 && Character.isLetterOrDigit(text.charAt(to))))) {
                to++;
            }
            out.append(environment.getOrDefault(text.substring(from, to), ""));
            boolean closed = braced && to < text.length() && text.charAt(to) == '}';
            out.append(!braced && to == from ? "$" : "");
            at = closed ? to + 1 : to;
        }
        return out.append(text, at, text.length()).toString();
    }
}
