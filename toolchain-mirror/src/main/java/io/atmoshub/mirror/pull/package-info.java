/// Files that are fetched when somebody asks first: once, however many ask, and checked before anybody holds one whole.
@NullMarked
package io.atmoshub.mirror.pull;

import org.jspecify.annotations.NullMarked;
