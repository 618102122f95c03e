/// Whether manifests and components are written as they should be.
@NullMarked
package io.atmoshub.stacks.validation;

import org.jspecify.annotations.NullMarked;
