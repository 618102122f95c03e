/// What tests of tools stand on.
package io.atmoshub.toolchain.testing;
