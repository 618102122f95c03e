/// Registering a project, for admins.
@NullMarked
package io.atmoshub.web.project;

import org.jspecify.annotations.NullMarked;
