/// The material that pages are made of: words, icons, faces, times, small messages.
@NullMarked
package io.atmoshub.web.face;

import org.jspecify.annotations.NullMarked;
