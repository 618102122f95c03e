package io.atmoshub.toolchain.version;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/// A regular expression as Go has them: it takes time linear in the text, whatever somebody wrote into a registry.
public final class GoPattern {
    private static final int LONGEST = 2_000;
    private static final int MOST_COPIES = 10_000;
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    private final Pattern pattern;

    private GoPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    public static GoPattern of(String text) {
        if (text.length() > LONGEST || copies(text) > MOST_COPIES) {
            throw new ExpressionException("the pattern is too large");
        }
        try {
            return new GoPattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new ExpressionException("\"%s\" is no regular expression: %s".formatted(text, e.getDescription()));
        }
    }

    public boolean finds(String text) {
        return pattern.matcher(text).find();
    }

    /// What the first group caught, or all that was found where there is no group.
    public Optional<String> caught(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.ofNullable(matcher.group(matcher.groupCount() > 0 ? 1 : 0)) : Optional.empty();
    }

    /// A repeated part is copied as often as it may come, and repetitions in repetitions multiply.
    private static long copies(String text) {
        long copies = 1;
        Matcher repeat = REPEAT.matcher(text);
        while (repeat.find() && copies <= MOST_COPIES) {
            String most = repeat.group(2);
            copies *= Math.max(1, Long.parseLong(most == null || most.isEmpty() ? repeat.group(1) : most));
        }
        return copies;
    }
}
