package io.atmoshub.web.usage;

import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.web.face.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Tokens and money as people read them.
public final class Amount {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Amount() {}

    /// Three digits are enough: 950, 12.3k, 4.56M.
    public static String tokens(long tokens) {
        if (tokens < 1_000) {
            return Long.toString(tokens);
        }
        String unit = tokens < 999_500 ? "k" : "M";
        double shown = tokens / (tokens < 999_500 ? 1e3 : 1e6);
        int digits = shown < 10 ? 2 : shown < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + digits + "f%s", shown, unit);
    }

    /// What is less than a cent is not nothing.
    public static String dollars(BigDecimal cost) {
        if (cost.signum() > 0 && cost.compareTo(CENT) < 0) {
            return Words.of("usage.lessThanACent");
        }
        return "$" + String.format(Locale.ROOT, "%,.2f", cost.setScale(2, RoundingMode.HALF_UP));
    }

    /// In a few words; nothing for nothing.
    public static String of(UsageSum sum) {
        if (sum.calls() == 0) {
            return "";
        }
        return sum.unpriced() == sum.calls()
                ? Words.of("usage.tokens", tokens(sum.tokens()))
                : Words.of("usage.tokensAndCost", tokens(sum.tokens()), dollars(sum.cost()));
    }
}
