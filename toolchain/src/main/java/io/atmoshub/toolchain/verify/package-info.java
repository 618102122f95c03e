/// Whether a download is what its publisher says: checksums and signatures.
@NullMarked
package io.atmoshub.toolchain.verify;

import org.jspecify.annotations.NullMarked;
