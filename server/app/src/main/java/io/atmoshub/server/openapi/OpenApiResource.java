package io.atmoshub.server.openapi;

import io.atmoshub.hub.HubJson;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Collection;
import java.util.stream.Collectors;

@Path("openapi.json")
@Produces("application/json")
@Dependent
@SuppressWarnings("NullAway.Init") // injected
public class OpenApiResource {
    @Inject
    BeanManager beans;

    @GET
    @Summary("This document.")
    public String document() {
        Collection<Class<?>> resources = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .collect(Collectors.toSet());
        return HubJson.write(OpenApi.of(resources));
    }
}
