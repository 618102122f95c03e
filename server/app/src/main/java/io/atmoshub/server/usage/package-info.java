/// What models used, as it is written down and summed up.
@NullMarked
package io.atmoshub.server.usage;

import org.jspecify.annotations.NullMarked;
