/// A project: a folder of Atmos stacks that sessions are about.
@NullMarked
package io.atmoshub.hub.project;

import org.jspecify.annotations.NullMarked;
