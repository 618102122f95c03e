/// The rules about what the assistant may do: the document, its history, and what people allowed for always.
@NullMarked
package io.atmoshub.hub.policy;

import org.jspecify.annotations.NullMarked;
