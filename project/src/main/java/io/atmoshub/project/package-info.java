/// An Atmos project as its `atmos.yaml` describes it, and the limits under which it may be read.
@NullMarked
package io.atmoshub.project;

import org.jspecify.annotations.NullMarked;
