/// Private keys, certificates and bcrypt: what costs much, and needs a source of randomness and a clock.
///
/// With nothing but Java, apart from everything else: [Sprig][io.atmoshub.gotemplate.sprig.Sprig] asks here last.
@NullMarked
package io.atmoshub.gotemplate.keys;

import org.jspecify.annotations.NullMarked;
