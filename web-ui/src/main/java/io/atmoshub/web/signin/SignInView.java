package io.atmoshub.web.signin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.atmoshub.web.face.Words;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;

/// Sign-in. `?error` says that name and password did not match, `?wait=SECONDS` that somebody guessed too
/// often, and `?continue=` where to go afterwards.
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
@Dependent
public final class SignInView extends Doorstep implements BeforeEnterObserver, HasDynamicTitle {
    public SignInView() {
        super(Words.of("signin.title"), Words.of("signin.about"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        QueryParameters query = enter.getLocation().getQueryParameters();
        Optional<String> wait = query.getSingleParameter("wait").filter(seconds -> seconds.matches("\\d{1,6}"));
        if (wait.isPresent()) {
            problem(Words.of("signin.wait", Long.parseLong(wait.get())));
        } else if (query.getParameters().containsKey("error")) {
            problem(Words.of("signin.error"));
        }
        var form = new Form("auth/login");
        form.field("username", Words.of("signin.name"), "text", "username").first();
        form.field("password", Words.of("signin.password"), "password", "current-password");
        query.getSingleParameter("continue").filter(SignInView::local).ifPresent(to -> form.carry("continue", to));
        form.submit(Words.of("signin.submit"));
        put(form);
        var lost = new Paragraph(Words.of("signin.lost"));
        lost.addClassNames("quiet", "small");
        put(lost);
    }

    /// A path of this hub, never another site.
    static boolean local(String path) {
        return path.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("signin.title"));
    }
}
