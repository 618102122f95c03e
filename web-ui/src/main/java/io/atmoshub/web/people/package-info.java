/// The people of the organisation, for admins.
@NullMarked
package io.atmoshub.web.people;

import org.jspecify.annotations.NullMarked;
