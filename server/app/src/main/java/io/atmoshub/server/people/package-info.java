/// The people of the organisation.
@NullMarked
package io.atmoshub.server.people;

import org.jspecify.annotations.NullMarked;
