package io.atmoshub.server.signin;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Role;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Entry;
import io.atmoshub.server.caller.Ways;
import io.atmoshub.server.rest.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The one place where a request becomes somebody's. It asks the ways in, tells the container who it is,
/// and leaves the {@link Caller} on the request.
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class Mechanism implements HttpAuthenticationMechanism {
    @Inject
    Requests requests;

    @Inject
    SignIns signIns;

    @Inject
    Ways ways;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            BodyLimit.check(request);
            return validate(requests.visit(request), request, response, context);
        } catch (HubException refusal) {
            return refuse(request, context, refusal);
        } catch (RuntimeException e) {
            return refuse(request, context, Problems.broken(e));
        }
    }

    private AuthenticationStatus validate(
            Visit visit, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (visit.path().startsWith("/auth/") && visit.method().equals("POST") && !visit.fromOurPages()) {
            return refuse(request, context, foreign());
        }
        for (WayIn way : List.of(
                new ByToken(ways), new ByPassword(signIns), new ByInvitation(signIns), new ByCookie(ways, signIns))) {
            switch (way.look(visit)) {
                case WayIn.Answer.NotMine() -> {}
                case WayIn.Answer.Entered(Entry entry) -> {
                    return enter(entry, request, context);
                }
                case WayIn.Answer.Refused(HubException why) -> {
                    return refuse(request, context, why);
                }
                case WayIn.Answer.GoTo(String path, WayIn.CookieChange cookie) -> {
                    if (!(cookie instanceof WayIn.CookieChange.None)) {
                        SessionBinding.end(request);
                        SignInCookie.apply(cookie, visit.secure(), response);
                    }
                    return goTo(path, response);
                }
            }
        }
        SessionBinding.check(request, null);
        return context.doNothing();
    }

    private static AuthenticationStatus enter(Entry entry, HttpServletRequest request, HttpMessageContext context) {
        Caller caller = entry.caller();
        SessionBinding.check(request, caller);
        request.setAttribute(CurrentHub.CALLER, caller);
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(caller.login().value()), roles(entry.role()));
    }

    /// A role and all before it.
    private static Set<String> roles(Role role) {
        return Arrays.stream(Role.values())
                .filter(role::atLeast)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static AuthenticationStatus goTo(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /// The refusal is said behind the door, by {@link Refusals}: an answer given here would be replaced by the
    /// container's own error page.
    private static AuthenticationStatus refuse(
            HttpServletRequest request, HttpMessageContext context, HubException why) {
        request.setAttribute(Refusals.WHY, why);
        return context.doNothing();
    }

    private static HubException foreign() {
        return new HubException(
                ErrorCode.NOT_ALLOWED,
                "This request came from another site's page.",
                "Open the hub itself and sign in there.");
    }
}
