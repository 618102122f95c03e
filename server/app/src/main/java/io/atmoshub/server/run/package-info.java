/// Runs: the assistant's work on a message, claimed by one node at a time and fenced against the others.
@NullMarked
package io.atmoshub.server.run;

import org.jspecify.annotations.NullMarked;
