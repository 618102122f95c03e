package io.atmoshub.server.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/// Where REST begins. The server finds the resources by itself.
@ApplicationPath("/api/v1")
public class HubApplication extends Application {}
