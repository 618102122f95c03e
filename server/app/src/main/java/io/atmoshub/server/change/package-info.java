/// What sessions wrote, on its way into their projects: applied to the folder, committed to a branch, or discarded.
@NullMarked
package io.atmoshub.server.change;

import org.jspecify.annotations.NullMarked;
