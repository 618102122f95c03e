/// The functions of Gomplate 3: namespaces such as `strings` and `conv`, and their short names.
@NullMarked
package io.atmoshub.gotemplate.gomplate;

import org.jspecify.annotations.NullMarked;
