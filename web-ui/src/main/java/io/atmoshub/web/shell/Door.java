package io.atmoshub.web.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.signin.SignInView;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/// Who may enter which page. Strangers go to the sign-in page and come back from there to where they wanted.
/// What a page then shows, the hub decides again, call by call.
final class Door implements BeforeEnterListener {
    private final AccessAnnotationChecker annotations = new AccessAnnotationChecker();

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        Class<?> page = enter.getNavigationTarget();
        if (page.isAnnotationPresent(AnonymousAllowed.class)) {
            return;
        }
        VaadinRequest request = VaadinRequest.getCurrent();
        Principal person = signedIn(request);
        if (person == null) {
            String path = enter.getLocation().getPathWithQueryParameters();
            // "." is how an empty path is written.
            enter.forwardTo(
                    SignInView.class,
                    path.isEmpty() || path.equals(".")
                            ? QueryParameters.empty()
                            : QueryParameters.of("continue", "/" + path));
        } else if (!enter.isErrorEvent() && !annotations.hasAccess(page, person, request::isUserInRole)) {
            enter.rerouteToError(
                    new HubException(ErrorCode.NOT_ALLOWED, Words.of("door.closed"), Words.of("door.closed.hint")), "");
        }
    }

    static @Nullable Principal signedIn(@Nullable VaadinRequest request) {
        Principal person = request == null ? null : request.getUserPrincipal();
        // What the container calls somebody who is not signed in.
        return person == null || "anonymous".equals(person.getName()) ? null : person;
    }
}
