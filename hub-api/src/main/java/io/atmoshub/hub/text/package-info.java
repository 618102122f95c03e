/// What pages, commands and tools do alike with texts.
@NullMarked
package io.atmoshub.hub.text;

import org.jspecify.annotations.NullMarked;
