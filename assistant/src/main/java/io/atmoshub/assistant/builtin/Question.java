package io.atmoshub.assistant.builtin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises what kind of question this is. The more particular kinds come first.
final class Question {
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\w./-])((?:[\\w.@+-]+/)*[\\w@+-][\\w.@+-]*\\.[A-Za-z][A-Za-z0-9]{0,9}|(?:[\\w.@+-]+/)*\\.[A-Za-z][\\w.-]+|(?:stacks|components|docs|schemas)/[\\w.@+/-]*)(?![\\w/-])");
    private static final Pattern SHOWS = find(
            "^(?:please |now |then )*(?:show|read|open|cat|print|display)(?: me)?(?: the)?(?: file| folder)? [`\"']?([^\\s`\"']*/[^\\s`\"']*)");
    private static final Pattern WRITES = find(
            "^(?:please |now |then )*(?:can you |could you |would you )?(?:please )?(write|create|add|append|make|save|put|note|change|replace|update|overwrite|edit)\\b");
    private static final Pattern HELP = find(
            "^(help|hi|hello|hey|good (morning|day|evening))\\b|what can you (do|answer|help)|who are you|how do(es)? (you|this) work");
    private static final Pattern DIFFERS = find("\\b(differ\\w*|compare\\w*|diff|versus|vs\\.?)\\b");
    private static final Pattern OVERVIEW = find(
            "overview|summar|\\b(what|tell me)\\b.*\\b(in|about|is) (this|the) (project|repo|repository|folder)\\b|\\bwhat('s| is) (this|here)\\b|where (do|should) i (start|begin)|(explain|describe|show me) (this|the) (project|repo\\w*)|\\bstructure\\b");
    private static final Pattern TOOLS = find(
            "\\btool.?versions?\\b|\\b(which|what|list|show)( me| are| the| all)* tools?\\b|\\btoolchain\\b|\\bversions? of (terraform|opentofu|tofu|atmos|kubectl|helm|tflint)\\b|\\b(terraform|opentofu|tofu|atmos|kubectl|helm|tflint) versions?\\b");
    private static final Pattern COMPONENTS = find(
            "^(?:please )?(?:can you )?(?:which|what|list|show( me)?|name)( are| all| the)* components\\b|\\bhow many components\\b|^components\\??$");
    private static final Pattern STACKS = find(
            "^(?:please )?(?:can you )?(?:which|what|list|show( me)?|name)( are| all| the)* (components and )?(stacks|environments|tenants)( (are|do|exist|there|in this|we|you|i)\\b.*)?\\??$|\\bhow many stacks\\b|^stacks\\??$");
    private static final Pattern COMPONENT = find(
            "(?:what (?:does|do|is|are)|explain|describe|tell me about|how does|show me) (?:the |our |a )?(?:component |module )?[`\"']?([\\w./-]+)[`\"']?(?: component| module)?(?: (?:do|for|work|about)\\b.*)?[?.!]*$");
    private static final Pattern FINDS = find(
            "(?:where (?:is|are|do we|does|do i)|find|search(?: for)?|grep(?: for)?|look for|who uses|what uses|which \\w+ uses?|occurrences of|usages? of)\\s+(?:the |all |any )?(.+?)(?: (?:is |are )?(?:defined|used|set|configured|mentioned|declared|come from|live|stored|referenced|kept)\\b.*)?[?.!]*$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`|\"([^\"]+)\"|“([^”]+)”");

    private static final Set<String> SMALL_WORDS = Set.of(
            ("a about after all also am an and any are as at be been before but by can could did do does for from give had has have how i if in into is "
                            + "it its keep keeps list many may me my need needs no not of on or our out please project say see shall she should show so some "
                            + "tell than that the their them then there these they this those to under up us use used uses want was we were what when "
                            + "where which who whom whose why will with would you your less more most much outside inside happens happen mean means")
                    .split(" "));

    /// What ends in s and is no plural.
    private static final Set<String> SINGULAR =
            Set.of("kubernetes", "atmos", "redis", "https", "alias", "address", "status", "always");

    private Question() {}

    static Reply of(String written) {
        // As the log keeps arguments, so that a call is recognised when it comes back.
        String text = written.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        String line = text.lines().findFirst().orElse("").strip();
        String low = text.toLowerCase(Locale.ROOT);
        Optional<String> path = path(line);
        Optional<Reply> remember = Remember.of(text);
        if (remember.isPresent()) {
            return remember.get();
        }
        Matcher writes = WRITES.matcher(line);
        if (writes.find() && path.isPresent()) {
            return Writing.of(writes.group(1).toLowerCase(Locale.ROOT), path.get(), text);
        }
        if (HELP.matcher(low).find() && path.isEmpty()) {
            return _ -> Optional.of(Help.TEXT);
        }
        if (DIFFERS.matcher(low).find()) {
            return new Difference(words(low), paths(line));
        }
        Reply other = aboutFiles(line, low, path);
        return AboutStacks.of(line, other).orElse(other);
    }

    private static Reply aboutFiles(String line, String low, Optional<String> path) {
        // Whatever is asked for like a path goes to the tool, which knows what to refuse.
        Matcher shows = SHOWS.matcher(line);
        if (shows.find()) {
            return new ShowFile(shows.group(1));
        }
        if (path.isPresent()) {
            return new ShowFile(path.get());
        }
        if (TOOLS.matcher(low).find()) {
            return new ToolVersions();
        }
        if (COMPONENTS.matcher(low).find()) {
            return new Inventory();
        }
        if (STACKS.matcher(low).find()) {
            return low.contains("component") ? new Inventory() : AboutStacks.list(new Inventory());
        }
        if (OVERVIEW.matcher(low).find()) {
            return new Overview();
        }
        Matcher finds = FINDS.matcher(line);
        if (finds.find()) {
            return new Find(term(finds.group(1)));
        }
        Matcher component = COMPONENT.matcher(line);
        if (component.find()) {
            return new AboutComponent(component.group(1), new Keywords(keywords(low)));
        }
        return new Keywords(keywords(low));
    }

    private static Pattern find(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    private static String term(String said) {
        Matcher quoted = QUOTED.matcher(said);
        if (quoted.find()) {
            return quoted.group(1) != null
                    ? quoted.group(1)
                    : quoted.group(2) != null ? quoted.group(2) : quoted.group(3);
        }
        String term =
                said.strip().replaceAll("(?i)^(?:variable|component|value|setting|string|text|word)s? (?=\\S)", "");
        return term.length() > 120 ? term.substring(0, 120) : term;
    }

    static List<String> paths(String line) {
        return PATH.matcher(line)
                .results()
                .map(result -> result.group(1).replaceAll("\\.+$", ""))
                .filter(path -> !path.matches("(?i)[a-z]\\.[a-z]\\.?|e\\.g|i\\.e|vs"))
                .toList();
    }

    private static Optional<String> path(String line) {
        List<String> paths = paths(line);
        // "… to docs/x.md" names the file best when there are several.
        return paths.isEmpty() ? Optional.empty() : Optional.of(paths.getLast());
    }

    static List<String> words(String low) {
        return Arrays.stream(low.split("[^\\p{L}\\p{N}_./-]+"))
                .map(word -> word.replaceAll("^[./-]+|[./-]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// The words that carry meaning, at most five, without a plural's s.
    static List<String> keywords(String low) {
        return words(low).stream()
                .filter(word -> !SMALL_WORDS.contains(word) && (word.length() > 2 || word.matches("\\d+")))
                .map(word -> word.length() > 4 && word.endsWith("s") && !word.endsWith("ss") && !SINGULAR.contains(word)
                        ? word.substring(0, word.length() - 1)
                        : word)
                .distinct()
                .limit(5)
                .toList();
    }
}
