/// The mirror of tools: what it holds, what waits for a decision, and how clients are pointed here.
@NullMarked
package io.atmoshub.web.mirror;

import org.jspecify.annotations.NullMarked;
