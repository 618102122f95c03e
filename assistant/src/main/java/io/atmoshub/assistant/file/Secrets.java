package io.atmoshub.assistant.file;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out what looks like a secret before a model, a log or a colleague sees it. Line for line, so that
/// line numbers stay true.
public final class Secrets {
    public static final String MASK = "•••masked•••";

    private static final Pattern KEY_BLOCK = Pattern.compile(
            "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.*?(-----END [A-Z ]{0,30}PRIVATE KEY-----|\\z)", Pattern.DOTALL);
    private static final List<Pattern> KNOWN = List.of(
            Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30,255}\\b"),
            Pattern.compile("\\bgithub_pat_[A-Za-z0-9_]{30,255}\\b"),
            Pattern.compile("\\bglpat-[A-Za-z0-9_-]{18,255}\\b"),
            Pattern.compile("\\bahp_[A-Za-z0-9_-]{16,255}"),
            Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,255}"),
            Pattern.compile("\\bsk-[A-Za-z0-9_-]{20,255}"),
            // Not just \b: in "-eyJ-eyJ-eyJ…" each would be looked at to the end of its thousands.
            Pattern.compile(
                    "(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}\\.[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,2000}"));
    /// A key that ends like a secret's, and a value that is written out: in quotes, or bare and not a
    /// reference, a tag or a template.
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)((?:password|passwd|secret|token|api_?key|access_?key|secret_?key|client_?secret)[\"']?\\s{0,20}[:=]\\s{0,20})"
                    + "(?:\"([^\"\\n]{4,500})\"|'([^'\\n]{4,500})'|([^\\s\"'!{}$\\[\\](),.#]{8,500}+)(?=[ \\t]*(?:\\r?$|[ \\t]#)))",
            Pattern.MULTILINE);

    private Secrets() {}

    public static String masked(String text) {
        String result = KEY_BLOCK
                .matcher(text)
                .replaceAll(block -> Matcher.quoteReplacement(block.group().replaceAll("[^\\r\\n]+", MASK)));
        for (Pattern pattern : KNOWN) {
            result = pattern.matcher(result).replaceAll(MASK);
        }
        return ASSIGNED.matcher(result).replaceAll(found -> {
            String value =
                    found.group(2) != null ? found.group(2) : found.group(3) != null ? found.group(3) : found.group(4);
            boolean reference =
                    value.contains("${") || value.contains("{{") || value.startsWith("!") || value.contains(MASK);
            return Matcher.quoteReplacement(
                    reference ? found.group() : found.group().replace(value, MASK));
        });
    }
}
