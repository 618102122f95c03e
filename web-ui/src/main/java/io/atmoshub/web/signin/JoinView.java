package io.atmoshub.web.signin;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.atmoshub.web.face.Words;
import jakarta.enterprise.context.Dependent;

/// Behind an invitation link: choose a password, and be in.
@Route(value = "join/:secret", autoLayout = false)
@AnonymousAllowed
@Dependent
public final class JoinView extends Doorstep implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHORTEST = 10;

    public JoinView() {
        super(Words.of("join.title"), Words.of("join.about"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        if (enter.getLocation().getQueryParameters().getParameters().containsKey("error")) {
            problem(Words.of("join.error"));
        }
        var form = new Form("auth/join");
        form.carry("secret", enter.getRouteParameters().get("secret").orElse(""));
        form.field("password", Words.of("join.password"), "password", "new-password")
                .atLeast(SHORTEST)
                .first();
        form.submit(Words.of("join.submit"));
        put(form);
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("join.title"));
    }
}
