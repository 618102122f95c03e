/// Strings, paths and words as the libraries of Go treat them, for the functions of Sprig and Gomplate alike.
@NullMarked
package io.atmoshub.gotemplate.text;

import org.jspecify.annotations.NullMarked;
