/// Regular expressions as Go has them: RE2, in linear time, on the budget of the template. The only package that needs
// a library.
@NullMarked
package io.atmoshub.gotemplate.regex;

import org.jspecify.annotations.NullMarked;
