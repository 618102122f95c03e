/// Stack manifests: found, read, rendered, with what they import.
@NullMarked
package io.atmoshub.stacks.manifest;

import org.jspecify.annotations.NullMarked;
