/// The Atmos stack engine: what the manifests of a project say, merged, and where each value came from.
@NullMarked
package io.atmoshub.stacks;

import org.jspecify.annotations.NullMarked;
