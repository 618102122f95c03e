/// The providers of models: set up, tested, chosen from.
@NullMarked
package io.atmoshub.web.model;

import org.jspecify.annotations.NullMarked;
