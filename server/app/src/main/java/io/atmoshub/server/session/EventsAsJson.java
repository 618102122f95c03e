package io.atmoshub.server.session;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/// The events of a session come as a list, unless a stream is asked for by name. Said before the choice is made:
/// for who takes anything, both are equally good, and the server would complain of that each time.
@Provider
@PreMatching
public class EventsAsJson implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (request.getUriInfo().getPath().endsWith("/events")
                && (accept == null || !accept.contains(MediaType.SERVER_SENT_EVENTS))) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }
}
