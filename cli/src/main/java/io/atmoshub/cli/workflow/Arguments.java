package io.atmoshub.cli.workflow;

import java.util.ArrayList;
import java.util.List;

/// The words of a command line as a shell splits them: blanks between, quotes and backslashes hold together.
final class Arguments {
    private Arguments() {}

    static List<String> of(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /// With a stack in front of `--`: what stands after that is for another program.
    static List<String> withStack(List<String> words, String stack) {
        int end = words.indexOf("--");
        var all = new ArrayList<String>(end < 0 ? words : words.subList(0, end));
        all.addAll(List.of("-s", stack));
        if (end >= 0) {
            all.addAll(words.subList(end, words.size()));
        }
        return all;
    }
}
