/// Go's `text/template`, with the functions that Atmos projects and Aqua registries call.
@NullMarked
package io.atmoshub.gotemplate;

import org.jspecify.annotations.NullMarked;
