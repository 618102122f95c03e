/// Times, durations and layouts as Go has them.
@NullMarked
package io.atmoshub.gotemplate.time;

import org.jspecify.annotations.NullMarked;
