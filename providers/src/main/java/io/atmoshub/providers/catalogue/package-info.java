/// What is known about models: how much they can look at, what they can do, what they cost.
@NullMarked
package io.atmoshub.providers.catalogue;

import org.jspecify.annotations.NullMarked;
