/// Expressions that pick values out of a tree, in the part of yq's language that Atmos projects use.
@NullMarked
package io.atmoshub.project.query;

import org.jspecify.annotations.NullMarked;
