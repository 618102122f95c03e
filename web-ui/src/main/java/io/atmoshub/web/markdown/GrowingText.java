package io.atmoshub.web.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/// A Markdown text while it is being written, and the fewest changes that bring a page up to date with it.
/// Blocks that are complete are sent once; only the last one is sent again, and a long one is mostly grown by
/// its new text, so that a page gets a few bytes a character however long the answer becomes.
public final class GrowingText {
    /// What the page does: keep a finished piece for good, show the open piece anew, or lengthen it.
    public sealed interface Step {
        /// `joins`: goes on the list that was kept last.
        record Keep(String html, boolean joins) implements Step {}

        record Open(String html) implements Step {}

        record Grow(String text) implements Step {}

        record Restart() implements Step {}
    }

    /// An open piece up to this long is simply sent again.
    private static final int SHORT = 300;

    private final StringBuilder text = new StringBuilder();
    /// Up to here everything is kept.
    private int kept;
    /// The end of what the open piece shows as Markdown, and of what it shows at all.
    private int rendered;
    private int shown;
    private boolean listOpen;
    private boolean restart;

    /// A piece at its place. One that begins before the end replaces the rest.
    public void put(int offset, String piece) {
        if (offset > text.length()) {
            // Something got lost; the finished block will bring it.
            return;
        }
        if (offset < text.length()) {
            if (text.substring(offset).equals(piece)) {
                return;
            }
            text.setLength(offset);
            restart = restart || offset < shown;
        }
        text.append(piece);
    }

    public String text() {
        return text.toString();
    }

    /// The steps since the last call.
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (restart) {
            restart = false;
            kept = rendered = shown = 0;
            listOpen = false;
            steps.add(new Step.Restart());
        }
        if (shown == text.length()) {
            return steps;
        }
        if (amidALongLine()) {
            steps.add(new Step.Grow(SafeMarkdown.readable(text.substring(shown))));
            shown = text.length();
            return steps;
        }
        Optional<Node> last = keepFinished(steps);
        String open = text.substring(kept);
        if (last.isPresent() && unfinishedCode(last.get()) && rendered > kept) {
            steps.add(new Step.Grow(SafeMarkdown.readable(text.substring(shown))));
        } else if (open.length() <= SHORT || text.length() - rendered > (rendered - kept) / 4) {
            String html = SafeMarkdown.html(open);
            boolean amidALine = !open.endsWith("\n")
                    && last.filter(GrowingText::unfinishedCode).isPresent();
            steps.add(new Step.Open(amidALine ? unbroken(html) : html));
            rendered = text.length();
        } else if (last.isPresent() && last.get() instanceof TableBlock) {
            // Half a row looks broken: wait for more of them.
            return steps;
        } else {
            steps.add(new Step.Grow(SafeMarkdown.readable(text.substring(shown))));
        }
        shown = text.length();
        return steps;
    }

    /// Without a line break nothing can have ended, and reading a long piece again for a few words is a waste.
    private boolean amidALongLine() {
        return shown - kept > SHORT
                && text.length() - rendered <= (rendered - kept) / 4
                && text.indexOf("\n", shown) < 0
                && text.charAt(shown - 1) != '\n'
                && text.indexOf("|", shown) < 0;
    }

    private Optional<Node> keepFinished(List<Step> steps) {
        int base = kept;
        Node last = SafeMarkdown.parse(text.substring(base)).getLastChild();
        if (last == null) {
            return Optional.empty();
        }
        keep(steps, base + start(last), false);
        if (last instanceof ListBlock && last.getLastChild() != null) {
            keep(steps, base + start(last.getLastChild()), true);
        }
        return Optional.of(last);
    }

    private void keep(List<Step> steps, int until, boolean list) {
        if (until > kept) {
            steps.add(new Step.Keep(SafeMarkdown.html(text.substring(kept, until)), listOpen));
            listOpen = list;
            kept = until;
            rendered = until;
        }
    }

    private static int start(Node block) {
        return block.getSourceSpans().isEmpty()
                ? 0
                : block.getSourceSpans().getFirst().getInputIndex();
    }

    /// Code always ends with a line break as HTML; what grows on would begin behind it.
    private static String unbroken(String html) {
        int end = html.lastIndexOf("\n</code>");
        return end < 0 ? html : html.substring(0, end) + html.substring(end + 1);
    }

    private static boolean unfinishedCode(Node block) {
        return block instanceof FencedCodeBlock code && code.getClosingFenceLength() == null;
    }
}
