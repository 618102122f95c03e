package io.atmoshub.web.token;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.AccessToken;
import io.atmoshub.hub.token.IssuedToken;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Confirm;
import io.atmoshub.web.face.Copyable;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.PageHead;
import io.atmoshub.web.face.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/// My access tokens, for the command line and for programs.
@Route("tokens")
@PermitAll
@Dependent
public final class TokensView extends Div implements HasDynamicTitle {
    private final Hub hub;
    private final Div fresh = new Div();
    private final Div list = new Div();

    @Inject
    public TokensView(Hub hub) {
        this.hub = hub;
        addClassNames("narrow", "sheet");
        var create = Buttons.primary(Words.of("token.new"), click -> create());
        list.addClassName("rows");
        add(new PageHead(Words.of("nav.tokens"), Words.of("token.about"), create), fresh, list);
        refresh();
    }

    private void create() {
        boolean admin = hub.account().me().person().role() == Role.ADMIN;
        new TokenDialog(hub.tokens(), admin, this::show).open();
    }

    /// The one time that the secret is seen.
    private void show(IssuedToken issued) {
        fresh.removeAll();
        var secret = new Div(
                new Paragraph(Words.of("token.once", issued.token().name())),
                new Copyable(issued.secret()),
                Buttons.plain(Words.of("token.done"), click -> fresh.removeAll()));
        secret.addClassName("secret");
        secret.getElement().setAttribute("role", "status");
        fresh.add(secret);
        refresh();
    }

    private void refresh() {
        list.removeAll();
        List<AccessToken> tokens = hub.tokens().list();
        if (tokens.isEmpty()) {
            var none = new Div(Icon.KEY.draw(), new Paragraph(Words.of("token.none")));
            none.addClassName("empty");
            list.add(none);
        }
        tokens.forEach(token -> list.add(row(token)));
    }

    private Component row(AccessToken token) {
        var name = new Span(token.name().value());
        name.addClassName("name");
        var begins = new Span(token.beginsWith() + "…");
        begins.addClassName("mono");
        var top = new Div(name, begins);
        token.scopes().stream().sorted().forEach(scope -> {
            var badge = new Span(Words.of("scope." + scope.name()));
            badge.addClassName("badge");
            top.add(badge);
        });
        var about = new Div(new Span(Words.of("token.expires")), new Moment(token.expiresAt()));
        about.addClassName("quiet");
        if (token.lastUsedAt() == null) {
            about.add(new Span(Words.of("token.unused")));
        } else {
            about.add(new Span(Words.of("token.used")), new Moment(token.lastUsedAt()));
        }
        var revoke = Buttons.plain(
                Words.of("token.revoke"),
                click -> Confirm.ask(
                        Words.of("token.revoke.title", token.name()),
                        Words.of("token.revoke.text"),
                        Words.of("token.revoke"),
                        () -> revoke(token)));
        revoke.addThemeName("small");
        var row = new Div(new Div(top, about), revoke);
        row.addClassName("row");
        return row;
    }

    private void revoke(AccessToken token) {
        hub.tokens().revoke(token.id());
        fresh.removeAll();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("nav.tokens"));
    }
}
