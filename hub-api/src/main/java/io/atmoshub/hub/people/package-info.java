/// Everybody in the organisation, and the roles they have.
@NullMarked
package io.atmoshub.hub.people;

import org.jspecify.annotations.NullMarked;
