package io.atmoshub.web.stack;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where one is on the Stacks page; every place has an address that can be shared. Names hold slashes, so they stand
/// in the query.
///
/// @param component of the stack, if one is shown
record Address(
        ProjectId project, @Nullable String stack, @Nullable ComponentRef component, Show show) {
    /// The sides of a component, and of a project.
    enum Show {
        VALUES,
        IMPORTS,
        NEIGHBOURS,
        PROBLEMS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Address of(ProjectId project) {
        return new Address(project, null, null, Show.VALUES);
    }

    static Address of(ProjectId project, String stack) {
        return new Address(project, stack, null, Show.VALUES);
    }

    static Address of(ProjectId project, ComponentRef component) {
        return new Address(project, component.stack(), component, Show.VALUES);
    }

    Address showing(Show other) {
        return new Address(project, stack, component, other);
    }

    /// What a location says, as far as it makes sense.
    static Address read(ProjectId project, Location location) {
        QueryParameters query = location.getQueryParameters();
        String stack = query.getSingleParameter("stack").orElse(null);
        String type = query.getSingleParameter("type").orElse("terraform");
        ComponentRef component = stack == null
                ? null
                : query.getSingleParameter("component")
                        .map(name -> new ComponentRef(stack, type, name))
                        .orElse(null);
        Show show = Show.VALUES;
        for (Show each : Show.values()) {
            if (query.getSingleParameter("show").orElse("").equals(each.word())) {
                show = each;
            }
        }
        return new Address(project, stack, component, show);
    }

    /// Relative to the root of the pages.
    String path() {
        StringBuilder path = new StringBuilder("stacks/").append(project);
        char mark = '?';
        for (Map.Entry<String, String> each : query().entrySet()) {
            path.append(mark).append(each.getKey()).append('=').append(encoded(each.getValue()));
            mark = '&';
        }
        return path.toString();
    }

    void go() {
        UI.getCurrent().navigate(StacksView.class, route(project), QueryParameters.simple(query()));
    }

    static RouteParameters route(ProjectId project) {
        return new RouteParameters(new RouteParam("project", project.toString()));
    }

    /// The start of a chat with a question that is written already, and not sent.
    static String asking(ProjectId project, String question) {
        return "chat?project=%s&draft=%s".formatted(project, encoded(question));
    }

    QueryParameters queryParameters() {
        return QueryParameters.simple(query());
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (stack != null) {
            query.put("stack", stack);
        }
        if (component != null) {
            query.put("type", component.type());
            query.put("component", component.component());
        }
        if (show != Show.VALUES) {
            query.put("show", show.word());
        }
        return query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
