/// Versions and constraints as Masterminds/semver 3 has them.
@NullMarked
package io.atmoshub.gotemplate.semver;

import org.jspecify.annotations.NullMarked;
