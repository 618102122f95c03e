package io.atmoshub.web.session;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.change.ChangeSet;
import io.atmoshub.hub.change.ChangedFile;
import io.atmoshub.hub.change.Changes;
import io.atmoshub.hub.change.NewCommit;
import io.atmoshub.hub.change.ShownFile;
import io.atmoshub.hub.session.BranchName;
import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.Session;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Confirm;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a session changed, file by file, and where it goes: into the project's folder, onto a branch, or away.
final class ChangesDialog extends Dialog {
    private final Changes changes;
    private final Session session;
    private final boolean mayDecide;
    private final Div files = new Div();
    private final Map<Checkbox, ShownFile> chosen = new LinkedHashMap<>();
    private final TextField branch = new TextField(Words.of("changes.branch"));
    private final TextArea message = new TextArea(Words.of("changes.message"));
    private final Div form = new Div(branch, message);
    private final Button apply = Buttons.primary(Words.of("changes.apply"), click -> apply());
    private final Button commit = Buttons.plain(Words.of("changes.commit"), click -> commit());
    private final Button discard = Buttons.plain(Words.of("changes.discard"), click -> discard());

    ChangesDialog(Changes changes, Session session, boolean mayDecide) {
        this.changes = changes;
        this.session = session;
        this.mayDecide = mayDecide;
        setHeaderTitle(Words.of("changes.title"));
        addClassName("changes");
        setWidth("min(60rem, 96vw)");
        files.addClassName("changed-files");
        branch.setMaxLength(120);
        branch.setValue(suggested(session.name().value()));
        message.setMaxLength(10_000);
        message.setMinRows(2);
        message.setMaxRows(8);
        message.setValue(session.name().value());
        form.addClassNames("form", "commit-form");
        form.setVisible(false);
        add(files, form);
        getFooter().add(Buttons.plain(Words.of("close"), click -> close()));
        if (mayDecide) {
            getFooter().add(discard, commit, apply);
        }
        show(changes.of(session.id()));
    }

    private void show(ChangeSet set) {
        files.removeAll();
        chosen.clear();
        if (set.files().isEmpty()) {
            files.add(quiet(Words.of("changes.none")));
        } else if (!mayDecide) {
            files.add(quiet(Words.of("changes.notYours")));
        }
        set.files().forEach(file -> files.add(row(file)));
        commit.setVisible(set.git());
        refresh();
    }

    private Component row(ChangedFile file) {
        boolean conflict = file.state() == ChangedFile.State.CONFLICT;
        var row = new Div();
        row.addClassName("changed-file");
        if (mayDecide) {
            var box = new Checkbox(!conflict);
            box.setAriaLabel(Words.of("changes.choose", file.path()));
            box.addValueChangeListener(change -> refresh());
            chosen.put(box, file.shown());
            row.add(box);
        }
        var state = new Span(Words.of("changes.state." + file.state().name()));
        state.addClassNames("badge", conflict ? "bad" : "plain");
        var facts = new Div(state);
        facts.addClassName("changed-facts");
        Commit made = file.commit();
        if (made != null) {
            facts.add(quiet(Words.of("changes.in", made.branch(), made.id().substring(0, 8))));
        }
        if (conflict) {
            facts.add(quiet(Words.of("changes.conflict")));
        }
        var what = new Div(facts, new DiffView(file.change()));
        what.addClassName("changed-what");
        row.add(what);
        return row;
    }

    private void refresh() {
        boolean some = chosen.keySet().stream().anyMatch(Checkbox::getValue);
        apply.setEnabled(some);
        commit.setEnabled(some);
        discard.setEnabled(some);
    }

    private List<ShownFile> chosen() {
        return chosen.entrySet().stream()
                .filter(entry -> entry.getKey().getValue())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void apply() {
        List<ShownFile> files = chosen();
        done(() -> changes.apply(session.id(), files), set -> Words.of("changes.applied", files.size()));
    }

    private void discard() {
        List<ShownFile> files = chosen();
        Confirm.ask(
                Words.of("changes.discard.title", files.size()),
                Words.of("changes.discard.text"),
                Words.of("changes.discard.yes"),
                () -> done(
                        () -> changes.discard(session.id(), files),
                        set -> Words.of("changes.discarded", files.size())));
    }

    /// The first click asks for branch and message, the second commits.
    private void commit() {
        if (!form.isVisible()) {
            form.setVisible(true);
            branch.focus();
            return;
        }
        tried(() -> {
            Commit made = changes.commit(
                    session.id(), new NewCommit(new BranchName(branch.getValue()), message.getValue(), chosen()));
            form.setVisible(false);
            Toast.say(Words.of("changes.committed", made.id().substring(0, 8), made.branch()));
            show(changes.of(session.id()));
        });
    }

    private void done(Supplier<ChangeSet> gesture, Function<ChangeSet, String> words) {
        tried(() -> {
            ChangeSet left = gesture.get();
            Toast.say(words.apply(left));
            if (left.files().isEmpty()) {
                close();
            } else {
                show(left);
            }
        });
    }

    private static void tried(Runnable gesture) {
        try {
            gesture.run();
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }

    private static Paragraph quiet(String words) {
        var paragraph = new Paragraph(words);
        paragraph.addClassName("quiet");
        return paragraph;
    }

    private static String suggested(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return "atmos/"
                + (plain.isEmpty()
                        ? "change"
                        : plain.substring(0, Math.min(40, plain.length())).replaceAll("-+$", ""));
    }
}
