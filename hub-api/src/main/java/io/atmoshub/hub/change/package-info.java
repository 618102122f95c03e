/// What a session changed in its own copy of a project, and how it gets from there into the project.
@NullMarked
package io.atmoshub.hub.change;

import org.jspecify.annotations.NullMarked;
